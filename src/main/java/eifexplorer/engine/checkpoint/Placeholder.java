package eifexplorer.engine.checkpoint;

import java.util.LinkedHashMap;
import net.razorvine.pickle.IObjectConstructor;

/**
 * What stands for an object of a class that is not opened, and for the class itself: nothing of it is run, its arguments and its
 * state are dropped. It holds the entries it is given as a dictionary, since many such objects are dictionaries.
 */
final class Placeholder extends LinkedHashMap<Object, Object> implements IObjectConstructor {
  private static final long serialVersionUID = 1L;

  /** Name of the class, such as {@code argparse.Namespace}. */
  private final String name;

  Placeholder(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  @Override
  public Object construct(Object[] arguments) {
    return new Placeholder(name);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
