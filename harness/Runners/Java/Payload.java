package evaluator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Takes the fields of a payload one after the other (harness/Wire/PROTOCOL.md); every length is checked against what is there. */
final class Payload {
    private final ByteBuffer rest;
    private byte[] scratch = new byte[1024];

    /** @param bytes little-endian */
    Payload(ByteBuffer bytes) {
        rest = bytes;
    }

    int number() throws Malformed {
        require(4);
        return rest.getInt();
    }

    String text() throws Malformed {
        return textOf(length());
    }

    String[] list() throws Malformed {
        int count = length();
        require(4L * count);
        if (count == 0) {
            return new String[0];
        }
        int[] ends = new int[count];
        rest.asIntBuffer().get(ends);
        rest.position(rest.position() + 4 * count);
        int total = ends[count - 1];
        require(total);
        String[] texts = new String[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (ends[i] < start || ends[i] > total) {
                throw new Malformed("text " + i + " of a list ends at " + ends[i] + ", after " + start + ", in " + total + " bytes");
            }
            texts[i] = textOf(ends[i] - start);
            start = ends[i];
        }
        return texts;
    }

    void end() throws Malformed {
        if (rest.hasRemaining()) {
            throw new Malformed(rest.remaining() + " bytes after the end of a payload");
        }
    }

    private int length() throws Malformed {
        int length = number();
        if (length < 0) {
            throw new Malformed("a payload ends early: it claims " + Integer.toUnsignedString(length) + " entries");
        }
        return length;
    }

    private String textOf(int length) throws Malformed {
        require(length);
        if (scratch.length < length) {
            scratch = new byte[Math.max(length, 2 * scratch.length)];
        }
        rest.get(scratch, 0, length);
        return new String(scratch, 0, length, StandardCharsets.UTF_8);
    }

    private void require(long count) throws Malformed {
        if (count < 0 || count > rest.remaining()) {
            throw new Malformed("a payload ends " + (count - rest.remaining()) + " bytes early");
        }
    }
}
