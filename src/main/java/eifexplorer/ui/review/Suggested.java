package eifexplorer.ui.review;

import eifexplorer.dataset.Sample;
import eifexplorer.review.suspect.LabelLikelihood;
import eifexplorer.review.suspect.RelabelSuggestion;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The classes that images are likely to belong to, as the screen offers them. */
final class Suggested {
  /** How many classes have a key. */
  static final int CANDIDATES = 5;

  private static final int EXEMPLARS = 12;

  private final OpenReview review;
  private final ExplorerSession session;

  Suggested(OpenReview review) {
    this.review = review;
    this.session = review.session();
  }

  /** What the label models say of an image, all classes. */
  RelabelSuggestion of(int trainIndex) {
    return review.suggestions().of(trainIndex, session.dataset().trainClassCount());
  }

  /** The given class, with its probability if that is known. */
  Candidate given(RelabelSuggestion suggestion) {
    OptionalDouble probability =
        suggestion.byMargins().stream()
            .filter(likely -> likely.label() == suggestion.given())
            .mapToDouble(LabelLikelihood::probability)
            .findFirst();
    return candidate(suggestion.given(), probability, Set.of(suggestion.trainIndex()));
  }

  /** The likeliest classes other than the given one, likeliest first. */
  List<Candidate> others(RelabelSuggestion suggestion) {
    return suggestion.byMargins().stream()
        .filter(likely -> likely.label() != suggestion.given())
        .limit(CANDIDATES)
        .map(
            likely ->
                candidate(
                    likely.label(),
                    OptionalDouble.of(likely.probability()),
                    Set.of(suggestion.trainIndex())))
        .toList();
  }

  /** The likeliest classes with the given one among them, by name, so that nothing tells which it is. */
  List<Candidate> blind(RelabelSuggestion suggestion) {
    List<Integer> labels = new ArrayList<>(List.of(suggestion.given()));
    suggestion.byMargins().stream()
        .map(LabelLikelihood::label)
        .filter(label -> label != suggestion.given())
        .limit(CANDIDATES - 1)
        .forEach(labels::add);
    return labels.stream()
        .map(label -> candidate(label, OptionalDouble.empty(), Set.of(suggestion.trainIndex())))
        .sorted(Comparator.comparing(Candidate::name))
        .toList();
  }

  /** The classes that are likeliest for several images on average; those of {@code except} are left out. */
  List<Candidate> common(List<Integer> trainIndices, Set<Integer> except) {
    Map<Integer, Double> sums = new HashMap<>();
    for (int trainIndex : trainIndices) {
      of(trainIndex)
          .byMargins()
          .forEach(likely -> sums.merge(likely.label(), likely.probability(), Double::sum));
    }
    return sums.entrySet().stream()
        .filter(sum -> !except.contains(sum.getKey()))
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(CANDIDATES)
        .map(
            sum ->
                candidate(
                    sum.getKey(),
                    OptionalDouble.of(sum.getValue() / trainIndices.size()),
                    Set.copyOf(trainIndices)))
        .toList();
  }

  /** The same by name and without probabilities, so that nothing tells which are given. */
  List<Candidate> commonBlind(List<Integer> trainIndices) {
    return common(trainIndices, Set.of()).stream()
        .map(of -> new Candidate(of.label(), of.name(), OptionalDouble.empty(), of.exemplars()))
        .sorted(Comparator.comparing(Candidate::name))
        .toList();
  }

  /** Which class the two label models and the neighbours prefer, in words. */
  String prefer(RelabelSuggestion suggestion) {
    if (suggestion.byMargins().isEmpty() || suggestion.byNeighbours().isEmpty()) {
      return "";
    }
    String margins = session.className(suggestion.byMargins().get(0).label());
    String neighbours = session.className(suggestion.byNeighbours().get(0).label());
    return margins.equals(neighbours)
        ? Texts.of("label models and neighbours prefer {0}", margins)
        : Texts.of("label models prefer {0}, neighbours {1}", margins, neighbours);
  }

  private Candidate candidate(int label, OptionalDouble probability, Set<Integer> except) {
    List<Picture> exemplars =
        review.typical().of(label, EXEMPLARS + except.size()).stream()
            .filter(index -> !except.contains(index))
            .limit(EXEMPLARS)
            .map(this::picture)
            .toList();
    return new Candidate(label, session.className(label), probability, exemplars);
  }

  /** A training image with its given class. */
  Picture picture(int trainIndex) {
    Sample sample = session.trainSample(trainIndex);
    return new Picture(
        session.image(sample), String.valueOf(trainIndex), session.className(sample.label()));
  }

  /** A training image whose class is not told, nor its number where there is a picture. */
  Picture unnamed(int trainIndex) {
    Optional<Path> file = session.image(session.trainSample(trainIndex));
    return new Picture(file, file.isPresent() ? "" : String.valueOf(trainIndex), "");
  }
}
