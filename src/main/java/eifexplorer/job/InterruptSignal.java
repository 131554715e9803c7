package eifexplorer.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl+C does, where the Java platform lets a program say so ({@code sun.misc.Signal}, which is in every JDK but no part
 * of its specification, and is therefore asked for by name).
 */
final class InterruptSignal implements AutoCloseable {
  private static final String NAME = "INT";

  private final Class<?> signals;
  private final Class<?> handlers;
  private final Object before;

  private InterruptSignal(Class<?> signals, Class<?> handlers, Object before) {
    this.signals = signals;
    this.handlers = handlers;
    this.before = before;
  }

  /** From now on Ctrl+C runs this, on a thread of its own; empty if that is not possible here. */
  static Optional<InterruptSignal> handle(Runnable pressed) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              handlers.getClassLoader(),
              new Class<?>[] {handlers},
              (proxy, method, arguments) -> answer(proxy, method.getName(), arguments, pressed));
      Object before = set(signals, handlers, handler);
      return Optional.of(new InterruptSignal(signals, handlers, before));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object answer(
      Object proxy, String method, Object @Nullable [] arguments, Runnable pressed) {
    switch (method) {
      case "handle" -> pressed.run();
      case "equals" -> {
        return arguments != null && proxy == arguments[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      default -> {
        return "Ctrl+C";
      }
    }
    return null;
  }

  private static Object set(Class<?> signals, Class<?> handlers, Object handler)
      throws ReflectiveOperationException {
    Object signal = signals.getConstructor(String.class).newInstance(NAME);
    return signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
  }

  /** Ctrl+C does again what it did before. */
  @Override
  public void close() {
    try {
      set(signals, handlers, before);
    } catch (InvocationTargetException e) {
      // The program is about to end, and then it does what it always does.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("It could be set before", e);
    }
  }
}
