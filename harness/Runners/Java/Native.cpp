// What a Java virtual machine can't do to itself: move the wire's descriptors, and lock its process in. Loaded by Confinement.java.

#include "../Native/confinement.h"

#include <jni.h>

namespace
{
    void put(JNIEnv* java, jobject fileDescriptor, int value)
    {
        java->SetIntField(fileDescriptor, java->GetFieldID(java->GetObjectClass(fileDescriptor), "fd", "I"), value);
    }
}

extern "C" JNIEXPORT void JNICALL Java_evaluator_Confinement_enter(JNIEnv* java, jclass, jobject requests, jobject replies)
{
    evaluator::endWithParent();
    evaluator::WireDescriptors wire = evaluator::takeWire();
    put(java, requests, wire.requests);
    put(java, replies, wire.replies);
    evaluator::Confinement::enter();
}
