package eifexplorer.math;

/**
 * A value for each class and sample [C][n], in groups of some classes that lie in memory one after the other. Rows that are
 * arrays of their own lie as the garbage collector left them, often backwards, and are then read a third slower than the
 * processor fetches ahead. Immutable, safe for use from any thread.
 */
final class ClassGroups {
  /** Classes of a group but the last: twice 32 × 512 floats stay in the second-level cache. */
  static final int CLASSES = 32;

  private final float[][] groups;
  private final int classes;
  private final int samples;

  private ClassGroups(float[][] groups, int classes, int samples) {
    this.groups = groups;
    this.classes = classes;
    this.samples = samples;
  }

  /** Fills in the values [n] of a class. */
  interface Row {
    /** The array holds those of another class. */
    void into(int c, float[] values);
  }

  /** Of so many classes and samples. */
  static ClassGroups of(int classes, int samples, Row row) {
    float[][] groups = new float[(classes + CLASSES - 1) / CLASSES][];
    float[] values = new float[samples];
    for (int c = 0; c < classes; c++) {
      int g = c / CLASSES;
      if (c % CLASSES == 0) {
        groups[g] = new float[Math.min(CLASSES, classes - c) * samples];
      }
      row.into(c, values);
      System.arraycopy(values, 0, groups[g], c % CLASSES * samples, samples);
    }
    return new ClassGroups(groups, classes, samples);
  }

  /** C. */
  int classes() {
    return classes;
  }

  /** How many groups there are. */
  int count() {
    return groups.length;
  }

  /** The values of a group, class after class; not to be changed. */
  float[] group(int g) {
    return groups[g];
  }

  /** A class's values [n], into an array for them. */
  void copyRow(int c, float[] to) {
    System.arraycopy(groups[c / CLASSES], c % CLASSES * samples, to, 0, samples);
  }

  /** All classes' values [C][n]. */
  float[][] rows() {
    float[][] rows = new float[classes][samples];
    for (int c = 0; c < classes; c++) {
      copyRow(c, rows[c]);
    }
    return rows;
  }

  /** One sample's values [C]. */
  float[] sample(int j) {
    float[] values = new float[classes];
    for (int c = 0; c < classes; c++) {
      values[c] = groups[c / CLASSES][c % CLASSES * samples + j];
    }
    return values;
  }

  /** The largest size of a value. */
  float largest() {
    float[] largest = new float[CLASSES * samples];
    for (float[] group : groups) {
      for (int i = 0; i < group.length; i++) {
        largest[i] = Math.max(largest[i], Math.abs(group[i]));
      }
    }
    float all = 0;
    for (float value : largest) {
      all = Math.max(all, value);
    }
    return all;
  }
}
