package eifexplorer.project.findings;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Row;
import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.session.Explanations;
import eifexplorer.session.ExplorerSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The class whose training images harm the confused pairs most, by the survey of all pairs. */
final class HarmfulClass {
  private static final int SHOWN = 12;

  private final Explanations explanations;

  HarmfulClass(Explanations explanations) {
    this.explanations = explanations;
  }

  Optional<Finding> find(ExplorerSession session, JobContext context) {
    InfluenceSurvey survey = explanations.surveyor().survey(session, soFar -> {}, context);
    List<ClassHarm> classes = ClassHarm.of(survey, session.bundle().trainLabels());
    return classes.stream()
        .findFirst()
        .filter(first -> first.harming() > 0)
        .map(first -> finding(session, survey, classes, first));
  }

  private static Finding finding(
      ExplorerSession session, InfluenceSurvey survey, List<ClassHarm> classes, ClassHarm first) {
    double all = classes.stream().mapToDouble(ClassHarm::harm).sum();
    Photographs photographs = new Photographs(session);
    return new Finding(
        FindingKind.CULPRIT.heading(),
        String.format(
            Locale.ROOT,
            "%s: %,d of its %s harm %,d of %s.",
            session.className(first.label()),
            first.harming(),
            Photographs.count(first.images(), "training image", "training images"),
            first.pairs(),
            Photographs.count(survey.explained(), "confused pair", "confused pairs")),
        List.of(
            String.format(
                Locale.ROOT,
                "It does %.0f %% of all harm; with %d classes an even share would be %.1f %%.",
                100 * first.harm() / all,
                classes.size(),
                100.0 / classes.size())),
        List.of(
            new Row(
                "Its worst images, and how many pairs each harms",
                first.worst().stream()
                    .limit(SHOWN)
                    .map(i -> photographs.train(i, harms(survey.pairsHarmed(i))))
                    .toList())));
  }

  private static String harms(int pairs) {
    return "harms " + Photographs.count(pairs, "pair", "pairs");
  }
}
