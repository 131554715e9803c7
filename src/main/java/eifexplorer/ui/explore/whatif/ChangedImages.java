package eifexplorer.ui.explore.whatif;

import eifexplorer.job.JobContext;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.LabelProbability;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The training images that are changed.
 *
 * @param harmful training indices
 * @param helpful training indices; picked images that do neither are left as they are
 */
record ChangedImages(List<Integer> harmful, List<Integer> helpful) {
  /** The most labels looked through for one that is not the given one. */
  private static final int LABELS = 2;

  /** None. */
  static final ChangedImages NONE = new ChangedImages(List.of(), List.of());

  /** Those of some images that harm or help. */
  static ChangedImages picked(RankedInfluence scores, Collection<Integer> picked) {
    return new ChangedImages(
        of(scores, picked, InfluenceKind.HARMFUL), of(scores, picked, InfluenceKind.HELPFUL));
  }

  private static List<Integer> of(
      RankedInfluence scores, Collection<Integer> picked, InfluenceKind kind) {
    return picked.stream()
        .filter(index -> scores.kind(index).filter(kind::equals).isPresent())
        .sorted()
        .toList();
  }

  /** The strongest of both kinds, so many of each. */
  static ChangedImages strongest(RankedInfluence scores, int count) {
    return new ChangedImages(
        strongest(scores, count, InfluenceKind.HARMFUL),
        strongest(scores, count, InfluenceKind.HELPFUL));
  }

  private static List<Integer> strongest(RankedInfluence scores, int count, InfluenceKind kind) {
    return IntStream.range(0, Math.min(count, scores.count(kind)))
        .map(rank -> scores.trainIndex(kind, rank))
        .boxed()
        .toList();
  }

  boolean isEmpty() {
    return harmful.isEmpty() && helpful.isEmpty();
  }

  /** What to do about having none. */
  String nothing() {
    return Texts.of("No image is picked: Ctrl+click tiles in the strips, or choose all.");
  }

  /** What is done to them, in words. */
  String text(WhatIfForm form) {
    WhatIfForm.Change change = form.change();
    if (change.kind() == WhatIfChange.RELABEL) {
      return Texts.count(harmful.size() + helpful.size(), "image", "images")
          + (change.label() == WhatIfForm.LIKELIEST
              ? Texts.of(" with the likeliest other label")
              : Texts.of(" with another label"));
    }
    return Stream.of(
            part(harmful, Texts.of("harmful"), change.harmfulWeight()),
            part(helpful, Texts.of("helpful"), change.helpfulWeight()))
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static String part(List<Integer> images, String kind, double weight) {
    if (images.isEmpty()) {
      return "";
    }
    String count = Texts.count(images.size()) + " " + kind + " ";
    return weight == 0
        ? Texts.of("{0}left out", count)
        : Texts.of("{0}counted × {1}", count, number(weight));
  }

  private static String number(double weight) {
    return weight == Math.rint(weight)
        ? String.valueOf((long) weight)
        : Texts.decimal(String.valueOf(weight));
  }

  /** A weight for every training image [N]. */
  double[] weights(WhatIfForm.Change change, int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    if (change.kind() == WhatIfChange.REWEIGHT) {
      harmful.forEach(index -> weights[index] = change.harmfulWeight());
      helpful.forEach(index -> weights[index] = change.helpfulWeight());
    }
    return weights;
  }

  /** New labels by training index; images whose only known label is their own keep it. */
  Map<Integer, Integer> labels(
      WhatIfForm.Change change, int[] given, ImageInsights insights, JobContext context) {
    Map<Integer, Integer> labels = new HashMap<>();
    if (change.kind() == WhatIfChange.RELABEL) {
      List<Integer> all = Stream.concat(harmful.stream(), helpful.stream()).toList();
      if (change.label() == WhatIfForm.LIKELIEST) {
        insights.prepareLikeliestLabels(all, context);
      }
      for (int index : all) {
        if (change.label() != WhatIfForm.LIKELIEST) {
          labels.put(index, change.label());
        } else {
          insights.likeliestLabels(index, LABELS, context).stream()
              .map(LabelProbability::label)
              .filter(label -> label != given[index])
              .findFirst()
              .ifPresent(label -> labels.put(index, label));
        }
      }
    }
    return labels;
  }
}
