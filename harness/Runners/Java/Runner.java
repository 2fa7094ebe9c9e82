package evaluator;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Theory of operation. The Java runner plays one case and then ends (harness/Wire/PROTOCOL.md). Before anything else a small native library
 * moves the wire away from descriptors 0 and 1 and locks all threads of the virtual machine in; a class of the predictor's is looked at
 * only on Load. From then on the process is in the predictor's hands; limits, clock and truth are the harness's, outside.
 */
final class Runner {
    private static final byte TABLES = 1, LOAD = 2, SETUP = 3, RECEIVE_EVENTS = 4, PREDICT = 5, BYE = 6;
    private static final byte HELLO = 65, DONE = 66, PREDICTIONS = 67, WRONG_FORMAT = 68, FAILED = 69;
    private static final int VERSION = 1, TABLE_COUNT = 9, HEADER_BYTES = 8;
    private static final int MOST_BYTES_OF_REQUEST = 256 << 20;    // no month has a tenth of it

    private final InputStream requests;
    private final OutputStream replies;
    private String[][] tables = new String[TABLE_COUNT][0];
    private Predictor predictor;

    private Runner(InputStream requests, OutputStream replies) {
        this.requests = requests;
        this.replies = replies;
    }

    /** @param arguments the native library; or "check", a jar and the name of a class in it, to look at without running any of it */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("check")) {
            check(arguments[1], arguments[2]);
            return;
        }
        // The first channel makes a pair of sockets for its class, which nobody can any more once the process is locked in.
        new RandomAccessFile(arguments[0], "r").getChannel().close();
        System.load(arguments[0]);
        var requests = new FileDescriptor();
        var replies = new FileDescriptor();
        Confinement.enter(requests, replies);
        // Else it is what the machine's list of users says. Only now: the first look at the environment is kept for ever.
        System.setProperty("user.home", System.getenv("HOME"));
        // An exception on any thread is a crash, in every language (the contest's table of verdicts).
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            thrown.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        int code = 0;
        try {
            new Runner(new BufferedInputStream(new FileInputStream(requests)), new FileOutputStream(replies)).run();
        } catch (Malformed malformed) {
            System.err.println(malformed.getMessage());
            code = 71;
        }
        System.out.flush();
        Runtime.getRuntime().halt(code);    // no shutdown hook of the predictor's runs: the case is over
    }

    private static void check(String jar, String className) {
        try {
            new Predictor(jar, className);
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(99);
        }
    }

    private void run() throws IOException, Malformed {
        send(begin(HELLO, (short) 0, 4).putInt(VERSION));
        while (true) {
            byte[] bytes = requests.readNBytes(HEADER_BYTES);
            if (bytes.length < HEADER_BYTES) {
                return;
            }
            ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int length = header.getInt();
            short sequence = header.getShort();
            byte kind = header.get();
            if (header.get() != 0 || length < 0 || length > MOST_BYTES_OF_REQUEST) {
                throw new Malformed("eight bytes that are no frame header");
            }
            try {
                byte[] payload = requests.readNBytes(length);
                if (payload.length < length) {
                    throw new Malformed("a frame was cut off");
                }
                if (!answer(kind, sequence, new Payload(ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN)))) {
                    return;
                }
            } catch (Failure failure) {
                fail(sequence, failure);
                return;
            } catch (OutOfMemoryError none) {    // not in a call, but with the memory that the predictor has left
                fail(sequence, Failure.of(none));
                return;
            }
        }
    }

    /** @return false after Bye */
    private boolean answer(byte kind, short sequence, Payload request) throws IOException, Malformed, Failure {
        switch (kind) {
            case TABLES -> readTables(request);
            case LOAD -> load(request);
            case SETUP -> {
                request.end();
                Predictor loaded = loaded();
                String[][] given = tables;
                tables = null;    // the arrays are the predictor's now: what it does not keep may be collected
                loaded.setup(given);
            }
            case RECEIVE_EVENTS -> receiveEvents(request);
            case PREDICT -> {
                predict(request, sequence);
                return true;
            }
            case BYE -> {
                return false;
            }
            default -> throw new Failure(Failure.OURS, "request of unknown kind " + kind);
        }
        send(begin(DONE, sequence, 0));
        return true;
    }

    private void readTables(Payload request) throws Malformed, Failure {
        String path = request.text();
        request.end();
        try (var file = new RandomAccessFile(path, "r")) {
            ByteBuffer bytes = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, file.length()).order(ByteOrder.LITTLE_ENDIAN);
            var lists = new Payload(bytes);
            for (int i = 0; i < TABLE_COUNT; i++) {
                tables[i] = lists.list();
            }
            lists.end();
        } catch (IOException | Malformed broken) {
            throw new Failure(Failure.OURS, "the tables file " + path + " can't be read: " + broken.getMessage());
        }
    }

    private void load(Payload request) throws Malformed, Failure {
        String path = request.text();
        String className = request.text();
        request.end();
        predictor = new Predictor(path, className);
        predictor.construct();
    }

    private void receiveEvents(Payload request) throws Malformed, Failure {
        String blockGroup = request.text();
        int month = request.number();
        String[] crms = request.list(), violations = request.list(), permits = request.list(), emergencies = request.list();
        request.end();
        loaded().receiveEvents(blockGroup, month, crms, violations, permits, emergencies);
    }

    private void predict(Payload request, short sequence) throws IOException, Malformed, Failure {
        String blockGroup = request.text();
        int month = request.number();
        int expected = request.number();
        String[] locations = request.list();
        request.end();
        double[] predictions = loaded().predict(blockGroup, month, locations);
        if (predictions == null || predictions.length != expected) {
            int length = predictions == null ? 0 : predictions.length;
            send(begin(WRONG_FORMAT, sequence, 9).put((byte) (predictions == null ? 0 : 1)).putLong(length));
            return;
        }
        ByteBuffer frame = begin(PREDICTIONS, sequence, 8 * expected);
        frame.asDoubleBuffer().put(predictions);
        send(frame);
    }

    private Predictor loaded() throws Malformed {
        if (predictor == null) {
            throw new Malformed("a call came before Load");
        }
        return predictor;
    }

    private void fail(short sequence, Failure failure) throws IOException {
        byte[] text = failure.getMessage().getBytes(StandardCharsets.UTF_8);
        send(begin(FAILED, sequence, 5 + text.length).put(failure.reason).putInt(text.length).put(text));
    }

    private static ByteBuffer begin(byte kind, short sequence, int length) {
        return ByteBuffer.allocate(HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN).putInt(length).putShort(sequence).put(kind).put((byte) 0);
    }

    private void send(ByteBuffer frame) throws IOException {
        replies.write(frame.array());
    }
}
