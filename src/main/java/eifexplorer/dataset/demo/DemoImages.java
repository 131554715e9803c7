package eifexplorer.dataset.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The demo data set: pictures of the {@link FieldGuide}'s species with labels, some of them wrong. {@link DemoFolder}
 * keeps it on disk.
 */
public final class DemoImages {
  private final long seed;
  private final Difficulty difficulty;
  private final List<Species> species;
  private final List<DemoEntry> entries;
  private final BirdPainter painter = new BirdPainter();

  /** The set for a seed; the demo uses 0. */
  public DemoImages(long seed) {
    this(seed, Difficulty.STAGE);
  }

  /** The set for a seed, harder or easier than the demo's. */
  public DemoImages(long seed, Difficulty difficulty) {
    this(seed, difficulty, DemoPlan.entries(seed));
  }

  /** A part of a set. */
  DemoImages(long seed, Difficulty difficulty, List<DemoEntry> entries) {
    this.seed = seed;
    this.difficulty = difficulty;
    this.species =
        FieldGuide.species().stream().map(s -> s.withContrast(difficulty.contrast())).toList();
    this.entries = List.copyOf(entries);
  }

  /** What the set for a seed holds, ordered by path, without painting anything. */
  public static List<DemoEntry> entries(long seed) {
    return DemoPlan.entries(seed);
  }

  /** What this set holds, ordered by path. */
  public List<DemoEntry> entries() {
    return entries;
  }

  /** Paints one picture; the same seed and entry give the same pixels. */
  public BufferedImage paint(DemoEntry entry) {
    int which = FieldGuide.species().indexOf(entry.species());
    SplittableRandom random =
        new SplittableRandom(seed * 0x9e3779b97f4a7c15L + which * 1000L + entry.index());
    BirdScene scene = BirdScene.sample(random, difficulty);
    return painter.paint(species.get(which), scene);
  }
}
