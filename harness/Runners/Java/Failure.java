package evaluator;

/** The request can't be answered as it should be; reason and text go to the harness, and the runner leaves. */
final class Failure extends Exception {
    static final byte EXCEPTION = 1, OUT_OF_MEMORY = 2, NOT_LOADABLE = 3, OURS = 4;

    private static final long serialVersionUID = 1;
    private static final int MOST_CHARACTERS = 4000;

    final byte reason;

    Failure(byte reason, String text) {
        super(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + " …" : text, null, false, false);
        this.reason = reason;
    }

    /** What left the predictor's code: type and message of it and of what it wraps, then the topmost frame that is the predictor's. */
    static Failure of(Throwable thrown) {
        var text = new StringBuilder();
        Throwable deepest = thrown;
        boolean memory = false;
        int depth = 0;
        for (Throwable inner = thrown; inner != null && depth++ < 16; inner = inner.getCause()) {
            text.append(depth > 1 ? " <- " : "").append(inner.getClass().getName()).append(": ").append(messageOf(inner));
            deepest = inner;
            memory |= isLackOfMemory(inner);
        }
        for (StackTraceElement frame : deepest.getStackTrace()) {
            if (frame.getClassLoaderName() == null && frame.getModuleName() == null) {    // ours have a loader's name, the library's a module
                text.append(" at ").append(frame.getClassName()).append('.').append(frame.getMethodName());
                break;
            }
        }
        return new Failure(memory ? OUT_OF_MEMORY : EXCEPTION, text.toString());
    }

    /** Threads that can't be made and arrays longer than any are reported by the same class, and are no lack of memory. */
    private static boolean isLackOfMemory(Throwable thrown) {
        String message = thrown instanceof OutOfMemoryError ? messageOf(thrown) : null;
        return message != null && !message.contains("native thread") && !message.contains("array size exceeds");
    }

    /** A predictor's own class may throw here as well. */
    private static String messageOf(Throwable thrown) {
        try {
            return String.valueOf(thrown.getMessage());
        } catch (Throwable again) {
            return "(its message could not be read)";
        }
    }
}
