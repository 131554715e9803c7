package eifexplorer.ui.explore.inspector;

import static java.util.Objects.requireNonNull;

import eifexplorer.embedding.LocatedEmbedding;
import eifexplorer.embedding.PlaceParts;
import eifexplorer.image.PictureShare;
import eifexplorer.math.NumberScale;
import eifexplorer.session.LocatedImage;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.HeatMap;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a model finds the similarity of a pair, and that of a training image with the pair; immutable. The scale is one for
 * all pictures.
 */
public final class Look {
  private final Map<PairMember, LocatedImage> pair = new EnumMap<>(PairMember.class);
  private final Map<PairMember, PlaceParts> parts = new EnumMap<>(PairMember.class);
  private final @Nullable LocatedImage training;
  private final @Nullable PlaceParts trainingParts;
  private final double scale;

  private Look(
      LocatedImage first, LocatedImage second, @Nullable LocatedImage training, LookTarget target) {
    pair.put(PairMember.FIRST, first);
    pair.put(PairMember.SECOND, second);
    this.training = training;
    for (PairMember member : PairMember.values()) {
      LocatedImage other =
          training != null && target == LookTarget.TRAINING_IMAGE ? training : of(member.other());
      parts.put(member, of(member).embedding().towards(other.embedding()));
    }
    trainingParts =
        training == null
            ? null
            : training.embedding().towards(mean(first.embedding(), second.embedding()));
    scale =
        Stream.concat(parts.values().stream(), Stream.ofNullable(trainingParts))
            .mapToDouble(PlaceParts::largest)
            .max()
            .orElse(0);
  }

  /** Holds the photographs against each other, or against a training image; against each other if there is none. */
  static Look of(
      LocatedImage first, LocatedImage second, Optional<LocatedImage> training, LookTarget target) {
    return new Look(first, second, training.orElse(null), target);
  }

  /** The training image's cosine with this is the mean of those with both photographs. */
  private static double[] mean(LocatedEmbedding first, LocatedEmbedding second) {
    double[] mean = first.unit();
    double[] other = second.unit();
    for (int e = 0; e < mean.length; e++) {
      mean[e] = (mean[e] + other[e]) / 2;
    }
    return mean;
  }

  private LocatedImage of(PairMember member) {
    return requireNonNull(pair.get(member));
  }

  /** A photograph's parts. */
  public PlaceParts parts(PairMember member) {
    return requireNonNull(parts.get(member));
  }

  /** The parts of the training image's mean cosine with both photographs; empty without one. */
  public Optional<PlaceParts> trainingParts() {
    return Optional.ofNullable(trainingParts);
  }

  /** The size of a part that is drawn in full strength. */
  public double scale() {
    return scale;
  }

  /** The same while a place is pointed at, and only what the other photograph has in common with it is drawn. */
  double scale(Optional<LookViewModel.PointedPlace> pointed) {
    return pointed.map(at -> counterpart(at.member(), at.place()).scale()).orElse(scale);
  }

  /** A photograph's parts, to be drawn. */
  public HeatMap map(PairMember member) {
    return map(parts(member), of(member).seen());
  }

  /** The training image's parts, to be drawn; empty without one. */
  public Optional<HeatMap> trainingMap() {
    return training == null || trainingParts == null
        ? Optional.empty()
        : Optional.of(map(trainingParts, training.seen()));
  }

  private HeatMap map(PlaceParts of, PictureShare seen) {
    return new HeatMap(of, Math.max(scale, Double.MIN_NORMAL), seen);
  }

  /**
   * What a place of one photograph has in common with each place of the other; drawn on a scale of its own.
   *
   * @param member the photograph of the place
   * @param place counted row by row
   */
  public HeatMap counterpart(PairMember member, int place) {
    LocatedImage other = of(member.other());
    PlaceParts common = other.embedding().towardsPlace(of(member).embedding(), place);
    return new HeatMap(common, Math.max(common.largest(), Double.MIN_NORMAL), other.seen());
  }

  /** How parts and rest add up: {@code cosine 0.770 = places +0.612 rest +0.158}. */
  static String sumText(PlaceParts of) {
    double largest =
        Math.max(
            Math.abs(of.cosine()), Math.max(Math.abs(of.placesTogether()), Math.abs(of.rest())));
    NumberScale scale = NumberScale.upTo(largest);
    double[] parts = scale.addingUp(of.cosine(), of.placesTogether(), of.rest());
    return Texts.of(
        "cosine {0}{1} = places {2} rest {3}{4}",
        of.cosine() < 0 ? "\u2212" : "",
        Texts.decimal(scale.size(of.cosine())),
        Texts.decimal(scale.signed(parts[0])),
        Texts.decimal(scale.signed(parts[1])),
        scale.unit().isEmpty() ? "" : " " + scale.unit());
  }

  /** The same where the other photograph's place is pointed at: {@code with the framed place +0.0340}. */
  static String commonText(PlaceParts of) {
    return Texts.of("with the framed place {0}", Texts.signed(of.cosine()));
  }
}
