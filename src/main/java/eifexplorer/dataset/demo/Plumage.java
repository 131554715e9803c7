package eifexplorer.dataset.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The colours of a bird: one per {@link Tract}, and per {@link FieldMark} a strength in [0, 1] with a colour. Colours
 * are {@code 0xRRGGBB}. Immutable; a mark never set has strength 0.
 */
public final class Plumage {
  private record Mark(double strength, int rgb) {}

  private static final Mark ABSENT = new Mark(0, 0x808080);

  private final Map<Tract, Integer> tracts;
  private final Map<FieldMark, Mark> marks;

  private Plumage(Map<Tract, Integer> tracts, Map<FieldMark, Mark> marks) {
    this.tracts = tracts;
    this.marks = marks;
  }

  /** A plumage of one colour without marks, to be refined by the {@code with} methods. */
  public static Plumage plain(int rgb) {
    Map<Tract, Integer> tracts = new EnumMap<>(Tract.class);
    for (Tract tract : Tract.values()) {
      tracts.put(tract, rgb);
    }
    return new Plumage(tracts, new EnumMap<>(FieldMark.class));
  }

  /** The same plumage with another ground colour on one tract. */
  public Plumage with(Tract tract, int rgb) {
    Map<Tract, Integer> changed = new EnumMap<>(tracts);
    changed.put(Objects.requireNonNull(tract), rgb);
    return new Plumage(changed, marks);
  }

  /** The same plumage with a mark of the given strength in [0, 1] and colour. */
  public Plumage with(FieldMark mark, double strength, int rgb) {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException(mark + " strength is " + strength + ", not in [0, 1]");
    }
    Map<FieldMark, Mark> changed = new EnumMap<>(marks);
    changed.put(mark, new Mark(strength, rgb));
    return new Plumage(tracts, changed);
  }

  /** Ground colour of a tract. */
  public int colour(Tract tract) {
    return Objects.requireNonNull(tracts.get(tract));
  }

  /** Colour of a mark; meaningless where its strength is 0. */
  public int colour(FieldMark mark) {
    return marks.getOrDefault(mark, ABSENT).rgb;
  }

  /** Strength of a mark in [0, 1]. */
  public double strength(FieldMark mark) {
    return marks.getOrDefault(mark, ABSENT).strength;
  }

  /** This plumage moved towards another: 0 is this one, 1 the other. */
  public Plumage towards(Plumage other, double share) {
    Map<Tract, Integer> mixed = new EnumMap<>(Tract.class);
    tracts.forEach((tract, rgb) -> mixed.put(tract, Tint.mix(rgb, other.colour(tract), share)));
    Map<FieldMark, Mark> mixedMarks = new EnumMap<>(FieldMark.class);
    for (FieldMark mark : FieldMark.values()) {
      mixedMarks.put(mark, mixed(mark, other, share));
    }
    return new Plumage(mixed, mixedMarks);
  }

  private Mark mixed(FieldMark mark, Plumage other, double share) {
    double own = strength(mark) * (1 - share);
    double others = other.strength(mark) * share;
    // The colour of an absent mark says nothing, so colours are weighed by strength.
    double weight = own + others > 0 ? others / (own + others) : 0;
    return new Mark(own + others, Tint.mix(colour(mark), other.colour(mark), weight));
  }

  /**
   * One individual of the species: tints and marks vary, more with a larger amount.
   *
   * @param amount 0 for the plate in the book, 1 for a varied species
   */
  public Plumage individual(SplittableRandom random, double amount) {
    double brightness = amount * random.nextDouble(-.10, .10);
    double saturation = 1 + amount * random.nextDouble(-.22, .12);
    Map<Tract, Integer> varied = new EnumMap<>(Tract.class);
    tracts.forEach(
        (tract, rgb) -> {
          double own = brightness + amount * random.nextDouble(-.06, .06);
          varied.put(tract, Tint.brighten(Tint.saturate(rgb, saturation), own));
        });
    Map<FieldMark, Mark> worn = new EnumMap<>(FieldMark.class);
    marks.forEach(
        (mark, m) -> {
          double wear = 1 - amount * random.nextDouble(0, .35);
          worn.put(mark, new Mark(m.strength * wear, Tint.brighten(m.rgb, brightness)));
        });
    return new Plumage(varied, worn);
  }
}
