package eifexplorer.review.copies;

import eifexplorer.review.copies.PictureComparison.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for the part of a picture that is most like another: all windows of some sizes on a coarse grid, then steps downhill. */
final class WindowSearch {
  private static final double[] SIZES = {1, 0.85, 0.7, 0.55};
  private static final int TRIED = 2;
  private static final int STEPS = 10;

  /** Windows that agree less on the coarse grid are not looked at more closely. */
  private static final double PROMISING = 0.6;

  /** Windows that agree less on the middle grid are not looked at on the finest. */
  private static final double LIKELY = 0.8;

  private record Scored(Window window, double score) {}

  private WindowSearch() {}

  /** The best window of {@code whole}; empty if none is likely. */
  static Optional<Window> best(GreyGrid picture, GreyGrid whole) {
    GreyGrid coarse = picture.halved().halved();
    GreyGrid coarseWhole = whole.halved().halved();
    List<Scored> starts = new ArrayList<>();
    for (double width : SIZES) {
      for (double height : SIZES) {
        if (Math.max(width, height) / Math.min(width, height) < 1.3) {
          add(starts, coarse, coarseWhole, width, height);
        }
      }
    }
    starts.sort(Comparator.comparingDouble(Scored::score).reversed());
    return starts.stream()
        .limit(TRIED)
        .map(start -> refined(picture, whole, start.window()))
        .filter(found -> found.score() >= LIKELY)
        .max(Comparator.comparingDouble(Scored::score))
        .map(Scored::window);
  }

  private static void add(
      List<Scored> starts, GreyGrid picture, GreyGrid whole, double width, double height) {
    Scored best = null;
    for (double x : places(1 - width)) {
      for (double y : places(1 - height)) {
        Window window = new Window(x, y, width, height);
        double score = picture.correlation(whole.seen(window));
        if (score >= PROMISING && (best == null || score > best.score())) {
          best = new Scored(window, score);
        }
      }
    }
    if (best != null) {
      starts.add(best);
    }
  }

  /** From 0 to the room there is, two coarse cells apart. */
  private static double[] places(double room) {
    int steps = (int) Math.round(room * 8);
    double[] places = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      places[i] = steps == 0 ? 0 : room * i / steps;
    }
    return places;
  }

  /** Gauss-Newton steps on place, size, gain and offset, coarse to fine. */
  private static Scored refined(GreyGrid picture, GreyGrid whole, Window start) {
    Scored middle = descended(picture.halved(), whole.halved(), start);
    return middle.score() < LIKELY ? middle : descended(picture, whole, middle.window());
  }

  private static Scored descended(GreyGrid picture, GreyGrid whole, Window start) {
    Window window = start;
    double score = picture.correlation(whole.seen(window));
    for (int step = 0; step < STEPS; step++) {
      Window next = WindowStep.of(picture, whole, window).within();
      double reached = picture.correlation(whole.seen(next));
      if (reached <= score + 1e-3) {
        break;
      }
      window = next;
      score = reached;
    }
    return new Scored(window, score);
  }
}
