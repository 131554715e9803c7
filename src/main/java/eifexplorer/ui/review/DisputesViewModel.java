package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.Agreement;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.review.revision.Staging;
import eifexplorer.review.revision.Staging.Move;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** One image at a time: what annotators disagree about, and staged changes that shall not hold after all. */
public final class DisputesViewModel {
  private final ReviewViewModel model;
  private Optional<Move> chosen = Optional.empty();

  DisputesViewModel(ReviewViewModel model) {
    this.model = model;
  }

  /** The move between classes whose images alone are listed; empty for all. */
  public Optional<Move> chosen() {
    return chosen;
  }

  /** Lists the images of one move between classes alone; empty for all. */
  public void choose(Optional<Move> move) {
    chosen = move;
  }

  /** The staged changes of the chosen move; all where there is no such move any more. */
  public List<LabelChange> changes() {
    List<LabelChange> all = model.staged().staging().map(Staging::changes).orElse(List.of());
    List<LabelChange> some =
        all.stream()
            .filter(
                change ->
                    chosen
                        .filter(
                            of -> of.from().equals(change.from()) && of.to().equals(change.to()))
                        .isPresent())
            .toList();
    return some.isEmpty() ? all : some;
  }

  /** Who decided about an image, and how where that was not one by one. */
  public String by(String sample) {
    return model.queue().held().byAnnotator().values().stream()
        .map(of -> of.get(sample))
        .filter(Objects::nonNull)
        .map(of -> of.annotator() + (of.method().isEmpty() ? "" : " (" + of.method() + ")"))
        .collect(Collectors.joining(", "));
  }

  /** Why there is no conflict, in words. */
  public String noConflict() {
    Decisions held = model.queue().held();
    List<Agreement> agreements = Agreement.all(held);
    int differing = agreements.stream().mapToInt(of -> of.images() - of.agreeing()).sum();
    if (agreements.isEmpty()) {
      return Texts.of("No two annotators looked at the same image yet");
    }
    return differing == 0
        ? Texts.of("No two annotators disagree")
        : Texts.of("Settled: what holds was said wherever annotators disagree");
  }

  /** What annotators disagree about in the image shown; empty if nothing, and in a blind pass. */
  public Optional<Conflict> shown() {
    OptionalInt shown = model.queue().current();
    if (shown.isEmpty() || model.queue().blindProperty().get()) {
      return Optional.empty();
    }
    String path = requireNonNull(model.session()).trainSample(shown.getAsInt()).path();
    return model.staged().staging().stream()
        .flatMap(of -> of.conflicts().stream())
        .filter(conflict -> conflict.sample().equals(path))
        .findFirst();
  }

  /** Says what holds where annotators disagree; the empty text leaves the image out. */
  public void resolve(Conflict conflict, String className) {
    decide(conflict.sample(), Verdict.resolve(className));
  }

  /** Has a staged change no longer hold: the annotator's own decision is withdrawn, others' are overruled. */
  public void revert(LabelChange change) {
    boolean alone = isMineAlone(change.sample(), model.queue().held());
    decide(change.sample(), alone ? Verdict.WITHDRAW : Verdict.resolve(change.from()));
  }

  private boolean isMineAlone(String sample, Decisions held) {
    return !held.resolutions().containsKey(sample)
        && held.byAnnotator().entrySet().stream()
            .filter(of -> of.getValue().containsKey(sample))
            .allMatch(of -> of.getKey().equals(model.annotatorProperty().get()));
  }

  private void decide(String sample, Verdict verdict) {
    model.queue().decisions().decideOn(sample, verdict, "");
  }
}
