package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How alike the unseen species are, by nearest neighbours among tiny thumbnails: a rough hint of the difficulty. */
class DifficultyTest {
  private static final int PER_SPECIES = 6;

  private record Thumbnail(Species species, double[] colours) {}

  @Test
  void outsideTheRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Difficulty(1.1, 1, 1));
  }

  @Test
  void neighboursAreOftenOfTheFamilyButNotOfTheSpecies() {
    List<Thumbnail> all = thumbnails(Difficulty.STAGE);
    double species = share(all, false);
    double family = share(all, true);
    assertTrue(family > .35 && species < .6 && family > species, species + " " + family);
  }

  @Test
  void withoutVarietyThereIsNothingToConfuse() {
    assertEquals(1, share(thumbnails(new Difficulty(1, 0, 0)), true), .25);
  }

  /** Share of pictures whose nearest neighbour is of the same species, or family. */
  private static double share(List<Thumbnail> all, boolean family) {
    int hits = 0;
    for (Thumbnail one : all) {
      Thumbnail best = null;
      for (Thumbnail other : all) {
        if (other != one && (best == null || distance(one, other) < distance(one, best))) {
          best = other;
        }
      }
      hits +=
          family
              ? best.species.family() == one.species.family() ? 1 : 0
              : best.species.equals(one.species) ? 1 : 0;
    }
    return hits / (double) all.size();
  }

  private static double distance(Thumbnail a, Thumbnail b) {
    double sum = 0;
    for (int i = 0; i < a.colours.length; i++) {
      double d = a.colours[i] - b.colours[i];
      sum += d * d;
    }
    return sum;
  }

  private static List<Thumbnail> thumbnails(Difficulty difficulty) {
    DemoImages set = new DemoImages(0, difficulty);
    List<Thumbnail> all = new ArrayList<>();
    for (DemoEntry entry : set.entries()) {
      if (!entry.species().training() && entry.index() < PER_SPECIES) {
        all.add(new Thumbnail(entry.species(), colours(set.paint(entry))));
      }
    }
    return all;
  }

  /** Mean colours of squares of 16 pixels in the middle of the picture, where the bird is. */
  private static double[] colours(BufferedImage picture) {
    double[] means = new double[6 * 6 * 3];
    for (int y = 48; y < 144; y++) {
      for (int x = 48; x < 144; x++) {
        int rgb = picture.getRGB(x, y);
        int cell = ((y - 48) / 16 * 6 + (x - 48) / 16) * 3;
        means[cell] += Tint.red(rgb) / 256.0;
        means[cell + 1] += Tint.green(rgb) / 256.0;
        means[cell + 2] += Tint.blue(rgb) / 256.0;
      }
    }
    return means;
  }
}
