package evaluator;

/** The bytes are no frame of the protocol. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
        super(message);
    }
}
