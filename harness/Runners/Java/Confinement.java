package evaluator;

import java.io.FileDescriptor;

/** What a virtual machine can't do to itself; written in C++ (Native.cpp). */
final class Confinement {
    private Confinement() {}

    /** Moves the ends of the wire away from descriptors 0 and 1, and reads and empties the environment. */
    static native void takeWire(FileDescriptor requests, FileDescriptor replies);

    /**
     * Locks all threads of this process in.
     *
     * @return what the kernel refuses, or null
     */
    static native String lock();
}
