package eifexplorer.model;

import eifexplorer.engine.Engine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the tensor runtime when it is first needed: opening a finished workspace needs none. */
public final class LazyEngine implements Supplier<Engine>, AutoCloseable {
  private final Supplier<Engine> start;
  private @Nullable Engine engine;

  /** The engine that {@code start} gives when it is first asked for. */
  public LazyEngine(Supplier<Engine> start) {
    this.start = start;
  }

  @Override
  public synchronized Engine get() {
    Engine started = engine;
    if (started == null) {
      started = start.get();
      engine = started;
    }
    return started;
  }

  @Override
  public synchronized void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
