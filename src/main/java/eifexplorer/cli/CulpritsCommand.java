package eifexplorer.cli;

import eifexplorer.export.CulpritFacts;
import eifexplorer.influence.HarmAgreement;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey.HarmedPair;
import eifexplorer.influence.NamedSurvey;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.retrain.LeaveOutOutcome;
import eifexplorer.retrain.LeaveOutRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.OtherSurveys;
import eifexplorer.session.Queries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the classes and training images that harm most confused pairs, and measures doing without them. */
@Command(
    name = "culprits",
    header = "Lists the classes and training images that harm the confused pairs most.",
    description = {
      "An image harms a pair if it is among the pair's 10 most harmful by EIF; the share of all"
          + " harm counts weaker harm too. With --agreement gradient dot, TRAK and TracIn explain"
          + " all pairs too, as far as the loss and what is kept of the run allow.",
      "--without trains the last layer from the start on the model's features: with all images,"
          + " without those named, and without as many drawn at random, with the same batches."
    })
final class CulpritsCommand extends ExplorerCommand {
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description = "What the bundle's model was trained with (a workspace knows).")
  private @Nullable String lossType;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "10",
      description = "Classes and images listed (default: ${DEFAULT-VALUE}; 0 for all).")
  private int top;

  @Option(
      names = "--agreement",
      description = "Say which estimators agree that they are among the worst.")
  private boolean agreement;

  @Option(
      names = "--without",
      paramLabel = "CLASS|INDEX",
      description =
          "A class by its name, or a training image by its index, to try without; may be repeated,"
              + " and all are left out together.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Trainings of each kind for --without (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--keep",
      description = "Keep the model without them, of the middle seed, in the workspace.")
  private boolean keep;

  CulpritsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    if (seeds < 1) {
      throw new UsageException("--seeds is " + seeds + "; allowed: 1 or more");
    }
    if (keep && without.isEmpty()) {
      throw new UsageException("--keep needs --without");
    }
    ExplorerSession session = source.openWithLoss(explorer, lossType, progress);
    Set<Integer> images = images(session);
    PairSurvey survey =
        explorer
            .explanations()
            .survey(
                session,
                explorer.explanations().estimator(session, "eif", Map.of()),
                Map.of(),
                progress);
    int[] labels = session.bundle().trainLabels();
    @Nullable HarmAgreement agreeing = null;
    if (agreement) {
      List<NamedSurvey> surveys = new ArrayList<>();
      surveys.add(new NamedSurvey("EIF", survey));
      OtherSurveys.Surveys others = explorer.explanations().otherSurveys(session, progress);
      surveys.addAll(others.surveys());
      agreeing = new HarmAgreement(surveys, labels, others.leftOut());
    }
    CulpritFacts facts = new CulpritFacts(survey, labels, new SessionNames(session), agreeing, top);
    Map<String, Object> result = new LinkedHashMap<>(facts.asMap());
    CulpritsPrinter printer = new CulpritsPrinter(console());
    if (!json()) {
      printer.print(facts);
    }
    if (!images.isEmpty()) {
      result.put("without", tryWithout(explorer, session, survey, images, printer, progress));
    }
    if (json()) {
      console().json(result);
    }
  }

  private Map<String, Object> tryWithout(
      Explorer explorer,
      ExplorerSession session,
      PairSurvey survey,
      Set<Integer> images,
      CulpritsPrinter printer,
      JobContext progress) {
    LeaveOutRequest request =
        new LeaveOutRequest(new TreeSet<>(images), LongStream.range(0, seeds).boxed().toList());
    LeaveOutOutcome outcome = explorer.leaveOuts().leaveOut(session, request, progress);
    Set<TestPair> harmed = new HashSet<>();
    for (int image : images) {
      survey.harmed(image, Integer.MAX_VALUE).stream().map(HarmedPair::pair).forEach(harmed::add);
    }
    Map<String, Object> facts = CulpritsPrinter.facts(outcome, harmed);
    String name = String.join(", ", without);
    if (keep) {
      ModelCard kept =
          explorer
              .leaveOuts()
              .keepWithout(session, name, request, request.seeds().get(outcome.median()), progress);
      facts.put("model", kept.id());
    }
    if (!json()) {
      printer.print(name, outcome, harmed);
      if (keep) {
        console().line("Kept as the model %s", facts.get("model"));
      }
    }
    return facts;
  }

  /** A number is an image; a class's label can't be told from one, so classes go by their names. */
  private Set<Integer> images(ExplorerSession session) {
    int[] labels = session.bundle().trainLabels();
    Set<Integer> images = new TreeSet<>();
    for (String text : without) {
      if (text.strip().matches("[0-9]{1,9}")) {
        images.add(trainIndex(text.strip(), labels.length));
        continue;
      }
      int label = new Queries(session).label(text);
      int before = images.size();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == label) {
          images.add(i);
        }
      }
      if (images.size() == before) {
        throw new UsageException("--without " + text + ": the class has no training image");
      }
    }
    return images;
  }

  private static int trainIndex(String digits, int count) {
    int index = Integer.parseInt(digits);
    if (index >= count) {
      throw ProblemException.badValue("--without", index, "0 to " + (count - 1));
    }
    return index;
  }
}
