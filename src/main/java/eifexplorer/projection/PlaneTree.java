package eifexplorer.projection;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds points of a layout by their place: a tree that halves them by turns across and along; immutable. */
public final class PlaneTree {
  /** No point. */
  public static final int NONE = -1;

  private static final int LEAF = 8;

  private final Layout layout;
  private final int[] order;

  /** Sorts the points of a layout, n log n. */
  public PlaneTree(Layout layout) {
    this.layout = layout;
    this.order = new int[layout.size()];
    Arrays.setAll(order, i -> i);
    sort(0, order.length, true);
  }

  private float at(int point, boolean across) {
    return across ? layout.x(point) : layout.y(point);
  }

  private void sort(int from, int to, boolean across) {
    if (to - from <= LEAF) {
      return;
    }
    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, across);
    sort(from, middle, !across);
    sort(middle + 1, to, !across);
  }

  /** Hoare's selection, which copes with many equal places. */
  private void select(int from, int to, int wanted, boolean across) {
    int low = from;
    int high = to;
    while (low < high) {
      float pivot = at(order[(low + high) >>> 1], across);
      int i = low;
      int j = high;
      while (i <= j) {
        while (at(order[i], across) < pivot) {
          i++;
        }
        while (at(order[j], across) > pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = order[i];
          order[i++] = order[j];
          order[j--] = swapped;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /**
   * The point nearest to a place.
   *
   * @param radius how far it may be away
   * @param wanted which points count
   * @return {@link #NONE} if there is none so near
   */
  public int nearest(double x, double y, double radius, IntPredicate wanted) {
    Search search = new Search(x, y, 1, radius * radius, wanted);
    search.visit(0, order.length, true);
    return search.found == 0 ? NONE : search.points[0];
  }

  /** The {@code k} points nearest to a point, itself left out, nearest first; fewer if there are not so many. */
  public int[] neighbours(int point, int k) {
    Search search =
        new Search(
            layout.x(point), layout.y(point), k, Double.POSITIVE_INFINITY, other -> other != point);
    search.visit(0, order.length, true);
    return Arrays.copyOf(search.points, search.found);
  }

  /** The nearest so far, in order; of equally near ones those of lower number. */
  private final class Search {
    private final double x;
    private final double y;
    private final IntPredicate wanted;
    private final int[] points;
    private final double[] squares;
    private final double limit;
    private int found;

    Search(double x, double y, int k, double limit, IntPredicate wanted) {
      this.x = x;
      this.y = y;
      this.points = new int[k];
      this.squares = new double[k];
      this.limit = limit;
      this.wanted = wanted;
    }

    private double reach() {
      return found < points.length ? limit : squares[found - 1];
    }

    void visit(int from, int to, boolean across) {
      if (to - from <= LEAF) {
        for (int i = from; i < to; i++) {
          offer(order[i]);
        }
        return;
      }
      int middle = (from + to) >>> 1;
      offer(order[middle]);
      double off = (across ? x : y) - at(order[middle], across);
      boolean lower = off <= 0;
      visit(lower ? from : middle + 1, lower ? middle : to, !across);
      if (off * off <= reach()) {
        visit(lower ? middle + 1 : from, lower ? to : middle, !across);
      }
    }

    private void offer(int point) {
      double dx = layout.x(point) - x;
      double dy = layout.y(point) - y;
      double square = dx * dx + dy * dy;
      if (square > reach() || !wanted.test(point)) {
        return;
      }
      int place = found;
      while (place > 0 && comesBefore(point, square, place - 1)) {
        place--;
      }
      if (place == points.length) {
        return;
      }
      int end = Math.min(found, points.length - 1);
      System.arraycopy(points, place, points, place + 1, end - place);
      System.arraycopy(squares, place, squares, place + 1, end - place);
      points[place] = point;
      squares[place] = square;
      found = Math.min(found + 1, points.length);
    }

    private boolean comesBefore(int point, double square, int place) {
      return square < squares[place] || (square == squares[place] && point < points[place]);
    }
  }
}
