package eifexplorer.cli;

import eifexplorer.export.OutputFormat;
import eifexplorer.job.JobContext;
import eifexplorer.model.BundleOptions;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.diff.ClassChange;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.session.diff.DiffOrder;
import eifexplorer.session.diff.DiffRows;
import eifexplorer.session.diff.MetricChange;
import eifexplorer.session.diff.ModelDiff;
import eifexplorer.session.diff.ModelDiffs;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two models on the same test images. */
@Command(
    name = "diff",
    header = "Compares two models on the same test images.",
    description = {
      "Which confusions the second model fixes, which are new, which stay; recall@1 with McNemar's"
          + " test, MAP@R and NMI; and for each confused pair its distance with both models.",
      "",
      "Both of a workspace (--model, --with), or of two workspaces or embedding bundles"
          + " (--with-workspace, --with-bundle). Test images are the same if their path below the"
          + " data set's folder is, or their content."
    })
final class DiffCommand extends ExplorerCommand {
  private static final int SHOWN = 10;

  @Mixin private ForceOption force = new ForceOption();
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--with",
      paramLabel = "ID",
      description = "The second model: of the same workspace, or of --with-workspace.")
  private @Nullable String with;

  @Option(
      names = "--with-labels",
      paramLabel = "REVISION",
      description =
          "As the second model the workspace's newest one trained on this label revision (0: the"
              + " data set's own labels); see review retrain.")
  private @Nullable Integer withLabels;

  @Option(
      names = "--with-workspace",
      paramLabel = "DIR",
      description = "The workspace of the second model (default: the first model's).")
  private @Nullable Path withWorkspace;

  @Option(
      names = "--with-bundle",
      paramLabel = "FILE|DIR",
      description = "An embedding bundle as the second model.")
  private @Nullable Path withBundle;

  @Option(
      names = "--order",
      paramLabel = "worst|moved|class|index",
      defaultValue = "worst",
      description =
          "Of the listed images: worst: those nearest to what they are taken for; moved: whose pair"
              + " came apart or together most (default: ${DEFAULT-VALUE}).")
  private String order;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all changed images to a .csv or .json file.")
  private @Nullable Path out;

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description = "Write gains and losses of all classes to a .csv or .json file.")
  private @Nullable Path classes;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "Rows printed of each list (default: " + SHOWN + ", with --json all; 0 for all).")
  private @Nullable Integer top;

  DiffCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out, OutputFormat.CSV, OutputFormat.JSON);
    force.check(classes, OutputFormat.CSV, OutputFormat.JSON);
    if (top != null && top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    DiffOrder by = DiffOrder.named(order);
    check();
    ExplorerSession before = source.open(explorer, null, progress);
    force.outside(before);
    ExplorerSession after = openOther(explorer, before, progress);
    ModelDiff diff = new ModelDiffs(explorer.math()).compare(before, after, progress);
    List<DiffImage> images = new ArrayList<>();
    for (DiffKind kind : DiffKind.values()) {
      images.addAll(by.sorted(diff.images(kind), before));
    }
    if (out != null) {
      DiffRows.images(images, before, after).write(out);
    }
    if (classes != null) {
      DiffRows.classes(diff).write(classes);
    }
    if (json()) {
      printJson(diff, images, before, after);
    } else {
      print(diff, images, before, after);
    }
  }

  private void check() {
    if (withWorkspace != null && withBundle != null) {
      throw new UsageException("Give --with-workspace or --with-bundle, not both");
    }
    if (with == null && withLabels == null && withWorkspace == null && withBundle == null) {
      throw new UsageException(
          "Missing option --with ID, --with-labels N, --with-workspace DIR or --with-bundle FILE");
    }
    if (withLabels != null && (with != null || withBundle != null)) {
      throw new UsageException("Give --with-labels, --with or --with-bundle, not several");
    }
    if (with != null && withBundle != null) {
      throw new UsageException("--with is a workspace's model; --with-bundle has one only");
    }
  }

  private ExplorerSession openOther(
      Explorer explorer, ExplorerSession before, JobContext progress) {
    ExplorerSession other;
    if (withBundle != null) {
      other =
          explorer
              .sessions()
              .openBundle(withBundle, BundleOptions.of(LossSpec.PROXY_NCA), progress);
    } else {
      Path folder =
          withWorkspace != null
              ? withWorkspace
              : before
                  .workspace()
                  .orElseThrow(
                      () -> new UsageException("--with and --with-labels need --workspace DIR"))
                  .folder();
      other =
          withLabels == null
              ? explorer.sessions().openWorkspace(folder, with == null ? "" : with, progress)
              : explorer.sessions().openLabels(folder, withLabels, progress);
    }
    return before.isInGallery() ? explorer.sessions().inGallery(other, progress) : other;
  }

  private int shown(int all, int usual) {
    int most = top == null ? usual : top;
    return most == 0 ? all : Math.min(most, all);
  }

  private void printJson(
      ModelDiff diff, List<DiffImage> images, ExplorerSession before, ExplorerSession after) {
    Map<String, Object> all = new LinkedHashMap<>(DiffRows.summary(diff));
    all.put("classes", DiffRows.classes(diff).all());
    all.put(
        "images", DiffRows.images(images.subList(0, shown(images.size(), 0)), before, after).all());
    console().json(all);
  }

  private void print(
      ModelDiff diff, List<DiffImage> images, ExplorerSession before, ExplorerSession after) {
    console().line("before  %s", diff.before());
    console().line("after   %s", diff.after());
    console().line("%s", diff.matching().sentence());
    console()
        .line(
            "%d fixed, %d new, %d still confused, %d right in both",
            diff.count(DiffKind.FIXED),
            diff.count(DiffKind.NEW),
            diff.count(DiffKind.STILL),
            diff.recall().images() - diff.images().size());
    Table metrics = new Table("measure", "before", "after", "difference", "95 % interval");
    metric(metrics, "R@1", Optional.of(diff.recall().metric()));
    metric(metrics, "MAP@R", diff.mapAtR());
    metric(metrics, "NMI", diff.nmi());
    metrics.print(console());
    console().line("%s", diff.recall().sentence());
    for (DiffKind kind : DiffKind.values()) {
      print(kind, images, before, after);
    }
    print(diff.classes().stream().filter(c -> c.fixed() + c.broken() > 0).toList());
  }

  private static void metric(Table table, String name, Optional<MetricChange> change) {
    if (change.isEmpty()) {
      table.row(name, "-", "-", "-", "not measured");
      return;
    }
    MetricChange of = change.get();
    Double low = of.low();
    Double high = of.high();
    table.row(
        name,
        number("%.4f", of.before()),
        number("%.4f", of.after()),
        number("%+.4f", of.difference()),
        low == null || high == null ? "-" : number("%+.4f", low) + " to " + number("%+.4f", high));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private void print(
      DiffKind kind, List<DiffImage> images, ExplorerSession before, ExplorerSession after) {
    List<DiffImage> all = images.stream().filter(image -> image.kind() == kind).toList();
    console().line("%n%s: %d", kind.title(), all.size());
    List<DiffImage> listed = all.subList(0, shown(all.size(), SHOWN));
    if (listed.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            "image", "class", "nearest before", "nearest after", "d before", "d after", "change");
    for (DiffImage image : listed) {
      table.row(
          image.before(),
          className(before, image.before()),
          className(before, image.nearestBefore()),
          className(after, image.nearestAfter()),
          number("%.3f", image.distanceBefore()),
          number("%.3f", image.distanceAfter()),
          number("%+.3f", image.change()));
    }
    table.print(console());
    more(all.size() - listed.size());
  }

  private void print(List<ClassChange> changed) {
    console().line("%nClasses, largest gain or loss first");
    List<ClassChange> listed = changed.subList(0, shown(changed.size(), SHOWN));
    Table table =
        new Table("class", "images", "wrong before", "wrong after", "fixed", "new", "net");
    for (ClassChange of : listed) {
      table.row(
          of.name(),
          of.images(),
          of.wrongBefore(),
          of.wrongAfter(),
          of.fixed(),
          of.broken(),
          String.format(Locale.ROOT, "%+d", of.net()));
    }
    table.print(console());
    more(changed.size() - listed.size());
  }

  private void more(int rows) {
    if (rows > 0) {
      console().note(Counted.of(rows, "row") + " more; --top 0 has all");
    }
  }

  private static String className(ExplorerSession session, int test) {
    return session.className(session.testSample(test).label());
  }
}
