package eifexplorer.review.suspect;

/** The few rows that are nearest to one, the nearest first; of equally near ones those that were offered first. */
final class NearestFew {
  private final int[] rows;
  private final float[] cosines;
  private int size;

  NearestFew(int most) {
    rows = new int[most];
    cosines = new float[most];
  }

  /** Keeps a row if it is among the nearest so far. */
  void offer(int row, float cosine) {
    if (size == rows.length && !(cosine > cosines[size - 1])) {
      return;
    }
    int at = size < rows.length ? size++ : size - 1;
    while (at > 0 && cosines[at - 1] < cosine) {
      rows[at] = rows[at - 1];
      cosines[at] = cosines[at - 1];
      at--;
    }
    rows[at] = row;
    cosines[at] = cosine;
  }

  int size() {
    return size;
  }

  /** The row at a place from 0. */
  int row(int place) {
    return rows[place];
  }

  /** Its cosine. */
  float cosine(int place) {
    return cosines[place];
  }
}
