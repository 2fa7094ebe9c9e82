package evaluator;

import java.util.ArrayDeque;

/** The request can't be answered as it should be; reason and text go to the harness, and the runner leaves. */
final class Failure extends Exception {
    static final byte EXCEPTION = 1, OUT_OF_MEMORY = 2, NOT_LOADABLE = 3, OURS = 4;

    private static final long serialVersionUID = 1;
    private static final int MOST_CHARACTERS = 4000, MOST_CAUSES = 16, MOST_FRAMES = 40, MOST_CHARACTERS_OF_FRAME = 300;
    private static final int MOST_CHARACTERS_IN_ALL = 20_000;    // three bytes each at most, of the 64 KiB that the harness takes

    final byte reason;

    Failure(byte reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
    }

    /** What left the predictor's code: type and message of it and of what it wraps, the topmost frame that is its own, then all, a line each. */
    static Failure of(Throwable thrown) {
        var text = new StringBuilder();
        var chain = new ArrayDeque<Throwable>();    // where it began comes first
        boolean memory = false;
        for (Throwable inner = thrown; inner != null && chain.size() < MOST_CAUSES; inner = inner.getCause()) {
            text.append(chain.isEmpty() ? "" : " <- ").append(inner.getClass().getName()).append(": ").append(messageOf(inner));
            chain.addFirst(inner);
            memory |= isLackOfMemory(inner);
        }
        if (text.length() > MOST_CHARACTERS) {
            text.setLength(MOST_CHARACTERS);
            text.append(" …");
        }
        try {
            appendFrames(text, chain);
        } catch (Throwable again) {
            text.append("\n   (its stack could not be read)");
        }
        if (text.length() > MOST_CHARACTERS_IN_ALL) {
            text.setLength(MOST_CHARACTERS_IN_ALL);
            text.append(" …");
        }
        return new Failure(memory ? OUT_OF_MEMORY : EXCEPTION, text.toString());
    }

    private static void appendFrames(StringBuilder text, ArrayDeque<Throwable> chain) {
        for (StackTraceElement frame : chain.getFirst().getStackTrace()) {
            if (isTheirs(frame)) {
                text.append(" at ").append(told(frame));
                break;
            }
        }
        for (Throwable one : chain) {
            if (one != chain.getFirst()) {
                text.append("\n   in ").append(one.getClass().getName());
            }
            appendFrames(text, one.getStackTrace());
        }
    }

    /** Down to the last that is the predictor's: below it stand the runner's. */
    private static void appendFrames(StringBuilder text, StackTraceElement[] frames) {
        int end = frames.length;
        while (end > 0 && !isTheirs(frames[end - 1])) {
            end--;
        }
        for (int i = 0; i < Math.min(end, MOST_FRAMES); i++) {
            text.append("\n   at ").append(told(frames[i]));
        }
        if (end > MOST_FRAMES) {
            text.append("\n   … and ").append(end - MOST_FRAMES).append(" more");
        }
    }

    /** Ours have a loader's name, the library's a module. */
    private static boolean isTheirs(StackTraceElement frame) {
        return frame.getClassLoaderName() == null && frame.getModuleName() == null;
    }

    private static String told(StackTraceElement frame) {
        String place = isTheirs(frame) && frame.getLineNumber() > 0 ? " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")" : "";
        String told = frame.getClassName() + '.' + frame.getMethodName() + place;
        return told.length() > MOST_CHARACTERS_OF_FRAME ? told.substring(0, MOST_CHARACTERS_OF_FRAME) + " …" : told;
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
