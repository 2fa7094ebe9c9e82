package evaluator;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A competitor's predictor: one instance and its three methods. */
final class Predictor {
    private static final Class<?> LINES = String[].class;
    private static final Class<?>[] SETUP = {LINES, LINES, LINES, LINES, LINES, LINES, LINES, LINES, LINES};
    private static final Class<?>[] RECEIVE_EVENTS = {String.class, int.class, LINES, LINES, LINES, LINES};
    private static final Class<?>[] PREDICT = {String.class, int.class, LINES};

    private final Class<?> type;
    private final Method setup, receiveEvents, predict;
    private Object instance;

    /**
     * Finds class and methods; runs nothing of them.
     *
     * @param jar where the predictor's classes are; they see none of ours
     * @throws Failure there is no such class, or it has not the contest's three methods
     */
    Predictor(String jar, String className) throws Failure {
        try {
            var loader = new URLClassLoader(new URL[] {new File(jar).toURI().toURL()}, ClassLoader.getPlatformClassLoader());
            type = Class.forName(className, false, loader);
            if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
                throw new Failure(Failure.NOT_LOADABLE, "class " + className + " must be public and not abstract");
            }
            if (Arrays.stream(type.getConstructors()).noneMatch(one -> one.getParameterCount() == 0)) {
                throw new Failure(Failure.NOT_LOADABLE, "class " + className + " has no public constructor without parameters");
            }
            setup = method(type, "setup", int.class, SETUP);
            receiveEvents = method(type, "receiveEvents", int.class, RECEIVE_EVENTS);
            predict = method(type, "predict", double[].class, PREDICT);
        } catch (ClassNotFoundException | LinkageError | MalformedURLException notThere) {
            throw new Failure(Failure.NOT_LOADABLE, notThere.toString());
        }
    }

    void construct() throws Failure {
        try {
            instance = type.getConstructor().newInstance();
        } catch (InvocationTargetException wrapped) {
            throw Failure.of(wrapped.getCause());
        } catch (ReflectiveOperationException | LinkageError | VirtualMachineError thrown) {
            throw Failure.of(thrown);
        }
    }

    void setup(String[][] tables) throws Failure {
        call(setup, (Object[]) tables);
    }

    void receiveEvents(String blockGroup, int month, String[] crms, String[] violations, String[] permits, String[] emergencies) throws Failure {
        call(receiveEvents, blockGroup, month, crms, violations, permits, emergencies);
    }

    double[] predict(String blockGroup, int month, String[] locations) throws Failure {
        return (double[]) call(predict, blockGroup, month, locations);
    }

    private Object call(Method method, Object... arguments) throws Failure {
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException wrapped) {
            throw Failure.of(wrapped.getCause());
        } catch (ReflectiveOperationException | VirtualMachineError thrown) {
            throw Failure.of(thrown);
        }
    }

    private static Method method(Class<?> type, String name, Class<?> returned, Class<?>[] parameters) throws Failure {
        String found = "found no method of that name";
        for (Method method : type.getMethods()) {
            if (!method.getName().equals(name)) {
                continue;
            }
            boolean is = method.getReturnType() == returned && Arrays.equals(method.getParameterTypes(), parameters);
            if (is && !Modifier.isStatic(method.getModifiers())) {
                return method;
            }
            found = "found " + (Modifier.isStatic(method.getModifiers()) ? "static " : "") + text(name, method.getReturnType(), method.getParameterTypes());
        }
        throw new Failure(Failure.NOT_LOADABLE, "a public method " + text(name, returned, parameters) + " is needed; " + found);
    }

    private static String text(String name, Class<?> returned, Class<?>[] parameters) {
        return returned.getSimpleName() + " " + name + Arrays.stream(parameters).map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
    }
}
