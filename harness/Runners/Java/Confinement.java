package evaluator;

import java.io.FileDescriptor;

/** What a virtual machine can't do to itself; written in C++ (Native.cpp). */
final class Confinement {
    private Confinement() {}

    /**
     * Moves the ends of the wire away from descriptors 0 and 1, locks all threads of this process in, and empties the environment. Ends the
     * process where the kernel refuses.
     */
    static native void enter(FileDescriptor requests, FileDescriptor replies);
}
