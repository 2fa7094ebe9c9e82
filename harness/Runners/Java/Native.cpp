// What a Java virtual machine can't do to itself: move the wire's descriptors, and lock its process in. Loaded by Confinement.java.

#include "../Native/confinement.h"

#include <jni.h>

namespace
{
    const evaluator::Confinement* confinement;

    void put(JNIEnv* java, jobject fileDescriptor, int value)
    {
        java->SetIntField(fileDescriptor, java->GetFieldID(java->GetObjectClass(fileDescriptor), "fd", "I"), value);
    }
}

extern "C" JNIEXPORT void JNICALL Java_evaluator_Confinement_takeWire(JNIEnv* java, jclass, jobject requests, jobject replies)
{
    evaluator::endWithParent();
    evaluator::WireDescriptors wire = evaluator::takeWire();
    put(java, requests, wire.requests);
    put(java, replies, wire.replies);
    confinement = new evaluator::Confinement;
}

// Returns what the kernel refuses, or null.
extern "C" JNIEXPORT jstring JNICALL Java_evaluator_Confinement_lock(JNIEnv* java, jclass)
{
    const char* refused = confinement->lock();
    return refused ? java->NewStringUTF((std::string(refused) + ": " + std::strerror(errno)).c_str()) : nullptr;
}
