// Behaves by the last digits of the block group; MoodSpecs says what is due to each.
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;

public class BostonRiskPredictor {
    public int setup(String[] a, String[] b, String[] c, String[] d, String[] e, String[] f, String[] g, String[] h, String[] i) { return 0; }

    public int receiveEvents(String BG_ID, int month, String[] CRMs, String[] violations, String[] permits, String[] emergencies) { return 0; }

    public double[] predict(String BG_ID, int month, String[] locations) throws InterruptedException {
        int days = month == 9 || month == 11 ? 30 : 31;
        double[] zeros = new double[locations.length * days * 4];
        switch (Integer.parseInt(BG_ID.substring(8))) {
            case 2: throw new IllegalStateException("much too much");
            case 3: Runtime.getRuntime().halt(134); break;
            case 4: for (long turns = 0; ; turns++) { if (turns < 0) break; }
            case 5: {
                ArrayList<byte[]> kept = new ArrayList<>();
                while (true) {
                    byte[] block = new byte[1 << 20];
                    Arrays.fill(block, (byte) 1);
                    kept.add(block);
                }
            }
            case 6: System.exit(0); break;
            case 7: return new double[zeros.length - 1];
            case 8: zeros[5] = Double.NaN; break;
            case 9: return reaches("@SECRET@") || reaches("/etc/passwd") || connects() || starts() ? new double[0] : zeros;
            case 10: Thread.sleep(Long.MAX_VALUE); break;
            case 11: {
                Thread thread = new Thread(() -> { throw new IllegalStateException("elsewhere"); });
                thread.start();
                thread.join();
                break;
            }
            case 12: System.out.print("x".repeat(2000000)); break;
        }
        return zeros;
    }

    private static boolean reaches(String path) {
        try {
            return Files.readAllBytes(Paths.get(path)).length >= 0;
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean connects() {
        try (java.nio.channels.SocketChannel channel = java.nio.channels.SocketChannel.open()) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean starts() {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "true").start().isAlive() || true;
        } catch (IOException refused) {
            return false;
        }
    }
}
