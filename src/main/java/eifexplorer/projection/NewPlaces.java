package eifexplorer.projection;

/** Gives points that an earlier layout does not have a place among their neighbours. */
final class NewPlaces {
  private static final int PASSES = 4;

  private NewPlaces() {}

  /** Replaces places that are NaN by the mean of the neighbours' that are known, or else by the mean of all. */
  static void fill(float[] places, Neighbourhood neighbours) {
    for (int pass = 0; pass < PASSES; pass++) {
      float[] known = places.clone();
      for (int i = 0; i < neighbours.size(); i++) {
        if (Float.isNaN(known[2 * i])) {
          place(places, known, i, neighbours);
        }
      }
    }
    float[] mean = {mean(places, 0), mean(places, 1)};
    for (int i = 0; i < places.length; i++) {
      places[i] = Float.isNaN(places[i]) ? mean[i % 2] : places[i];
    }
  }

  private static void place(float[] places, float[] known, int i, Neighbourhood neighbours) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int j = 0; j < neighbours.k(); j++) {
      int other = neighbours.index(i, j);
      if (!Float.isNaN(known[2 * other])) {
        x += known[2 * other];
        y += known[2 * other + 1];
        count++;
      }
    }
    if (count > 0) {
      places[2 * i] = (float) (x / count);
      places[2 * i + 1] = (float) (y / count);
    }
  }

  private static float mean(float[] places, int column) {
    double sum = 0;
    int count = 0;
    for (int i = column; i < places.length; i += 2) {
      if (!Float.isNaN(places[i])) {
        sum += places[i];
        count++;
      }
    }
    return count == 0 ? 0 : (float) (sum / count);
  }
}
