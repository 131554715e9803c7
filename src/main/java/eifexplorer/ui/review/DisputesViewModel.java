package eifexplorer.ui.review;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.ui.kit.NoticesViewModel;
import java.util.Optional;
import java.util.OptionalInt;

/** One image at a time: what annotators disagree about, and staged changes that shall not hold after all. */
public final class DisputesViewModel {
  private final ReviewViewModel model;
  private final NoticesViewModel notices;

  DisputesViewModel(ReviewViewModel model, NoticesViewModel notices) {
    this.model = model;
    this.notices = notices;
  }

  /** What annotators disagree about in the image shown; empty if nothing, and in a blind pass. */
  public Optional<Conflict> shown() {
    OptionalInt shown = model.queue().current();
    if (shown.isEmpty() || model.queue().blindProperty().get()) {
      return Optional.empty();
    }
    String path = model.session().trainSample(shown.getAsInt()).path();
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
    OptionalInt trainIndex = model.trainIndex(sample);
    if (trainIndex.isPresent()) {
      model.queue().decisions().decideAt(trainIndex.getAsInt(), verdict);
    } else {
      notices.info("The labels that are open leave this image out: open the current ones first.");
    }
  }
}
