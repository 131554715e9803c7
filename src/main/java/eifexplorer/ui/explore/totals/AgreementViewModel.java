package eifexplorer.ui.explore.totals;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.HarmAgreement;
import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.influence.NamedSurvey;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.OtherSurveys;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** What other estimators say of the culprits. */
final class AgreementViewModel {
  private final OtherSurveys others;
  private final LatestJob<HarmAgreement> job;
  private @Nullable ExplorerSession session;

  AgreementViewModel(FxJobs jobs, OtherSurveys others) {
    this.others = others;
    job = new LatestJob<>(jobs);
  }

  /** Turns to another session, of which nothing is known. */
  void show(ExplorerSession newSession) {
    job.clear();
    session = newSession;
  }

  /** Has the other estimators explain all pairs, once a session. */
  void compareWith(NamedSurvey own) {
    boolean due =
        job.valueProperty().get() == null
            && job.failureProperty().get() == null
            && !job.busyProperty().get();
    if (due) {
      ExplorerSession of = requireNonNull(session);
      job.ask(
          Texts.of("Explaining all pairs by other estimators"),
          Lane.QUESTION,
          context -> {
            OtherSurveys.Surveys found = others.survey(of, context);
            List<NamedSurvey> surveys = new ArrayList<>(List.of(own));
            surveys.addAll(found.surveys());
            return new HarmAgreement(surveys, of.bundle().trainLabels(), found.leftOut());
          });
    }
  }

  /** What they say; null while that is not known. */
  ReadOnlyObjectProperty<HarmAgreement> valueProperty() {
    return job.valueProperty();
  }

  /** True while they explain all pairs. */
  ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** Why they could not be asked; null if they could. */
  ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** Where each estimator places a culprit; empty while the others are not known. */
  List<Place> places(Culprit culprit) {
    HarmAgreement known = job.valueProperty().get();
    if (known == null) {
      return List.of();
    }
    return culprit.kind() == CulpritKind.CLASS
        ? known.ofClass(culprit.label())
        : known.ofImage(culprit.images().get(0));
  }

  /** How alike the estimators rank all images, or why that is not known. */
  String text() {
    HarmAgreement known = job.valueProperty().get();
    Failure failure = job.failureProperty().get();
    if (job.busyProperty().get()) {
      return Texts.of("Other estimators are asked …");
    }
    if (failure != null) {
      return Texts.of("Other estimators can't be asked: {0}", failure.message());
    }
    if (known == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (int k = 1; k < known.estimators().size(); k++) {
      parts.add(known.estimators().get(k) + " " + Texts.coefficient(known.rankCorrelation(k)));
    }
    String correlations =
        parts.isEmpty()
            ? Texts.of("No other estimator can be asked of this model.")
            : Texts.of("Rank correlation with {0}", String.join(", ", parts)) + ".";
    return parts.isEmpty() ? correlations : correlations.substring(0, correlations.length() - 1);
  }

  /** Which estimators are not asked, and why; empty if all are. */
  String leftOutText() {
    HarmAgreement known = job.valueProperty().get();
    return known == null || job.busyProperty().get()
        ? ""
        : known.leftOut().stream().map(Texts::said).collect(Collectors.joining(" "));
  }
}
