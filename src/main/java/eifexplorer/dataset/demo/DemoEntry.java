package eifexplorer.dataset.demo;

import java.util.Objects;

/**
 * One picture of the demo set, painted or not.
 *
 * @param species what it really shows
 * @param given what its label says; another species where the label is wrong
 * @param index which picture of its species it is, from 0; decides what it looks like
 * @param number its place among the pictures with the same label, from 1; decides its file name
 */
public record DemoEntry(Species species, Species given, int index, int number) {
  /** Checks that a wrong label stays within the split. */
  public DemoEntry {
    Objects.requireNonNull(species);
    if (given.training() != species.training()) {
      throw new IllegalArgumentException(species.name() + " labelled as " + given.name());
    }
  }

  /**
   * Where the file is under the set's root, with slashes. Folder and name follow the given label, so that they do not
   * give a wrong one away.
   */
  public String path() {
    String name = given.name().replace(' ', '_');
    int folder = FieldGuide.species().indexOf(given) + 1;
    String file = name + "_" + padded(number, 4) + ".png";
    return "images/" + split() + "/" + padded(folder, 2) + "." + name + "/" + file;
  }

  /** A formatter would take most of the time that the list of all pictures takes. */
  private static String padded(int value, int width) {
    String digits = Integer.toString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /** The label given, possibly wrong. */
  public String label() {
    return given.name();
  }

  /** The right label. */
  public String trueLabel() {
    return species.name();
  }

  /** {@code train} or {@code test}. */
  public String split() {
    return species.training() ? "train" : "test";
  }

  /** Whether the label is wrong. */
  public boolean mislabelled() {
    return !given.equals(species);
  }
}
