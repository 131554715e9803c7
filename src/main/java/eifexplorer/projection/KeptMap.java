package eifexplorer.projection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A layout with what it is of; immutable. */
public final class KeptMap {
  private final MapCard card;
  private final Layout layout;
  private final long[] ids;

  /**
   * Copies the ids.
   *
   * @param ids what tells the images apart, one a point, see {@link #id}
   */
  public KeptMap(MapCard card, Layout layout, long[] ids) {
    if (ids.length != layout.size()) {
      throw new IllegalArgumentException(ids.length + " ids, " + layout.size() + " points");
    }
    this.card = card;
    this.layout = layout;
    this.ids = ids.clone();
  }

  /** What tells an image from others of a data set: a hash of its split and path (FNV-1a, 64 bits). */
  public static long id(boolean train, String path) {
    long hash = (0xcbf29ce484222325L ^ (train ? 1 : 2)) * 0x100000001b3L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** What it is of. */
  public MapCard card() {
    return card;
  }

  /** The places. */
  public Layout layout() {
    return layout;
  }

  /** What tells the images apart [n], a copy. */
  public long[] ids() {
    return ids.clone();
  }

  /** For other images [m], the point of this map that is the same; -1 where there is none. */
  public int[] partners(long[] others) {
    if (Arrays.equals(ids, others)) {
      return IntStream.range(0, ids.length).toArray();
    }
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      places.putIfAbsent(ids[i], i);
    }
    return Arrays.stream(others).mapToInt(id -> places.getOrDefault(id, -1)).toArray();
  }

  /** Where other images [m] are in this map [m,2]; NaN where they are not. */
  public float[] places(long[] others) {
    int[] partners = partners(others);
    float[] places = new float[2 * others.length];
    for (int i = 0; i < partners.length; i++) {
      places[2 * i] = partners[i] < 0 ? Float.NaN : layout.x(partners[i]);
      places[2 * i + 1] = partners[i] < 0 ? Float.NaN : layout.y(partners[i]);
    }
    return places;
  }
}
