package eifexplorer.cli;

import eifexplorer.export.CopyFiles;
import eifexplorer.export.OutputFormat;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.copies.CopiedImage;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the photographs that a data set holds more than once. */
@Command(
    name = "duplicates",
    header = "Lists the photographs that a data set holds more than once.",
    description = {
      "The same file, the same picture in another file, and near copies: resized, saved again,"
          + " recoloured, mirrored or cut out; among training and test images and across both."
          + " Those under several labels come first: all labels but one are wrong.",
      "What was found is kept in the workspace; a search that was stopped goes on where it was."
    })
final class DuplicatesCommand extends ExplorerCommand {
  private static final int SHOWN = 30;

  @Mixin private ForceOption force = new ForceOption();
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(names = "--two-labels", description = "Only those whose images have several labels.")
  private boolean twoLabels;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all to a .csv, .json or .html file; the latter shows them side by side.")
  private @Nullable Path out;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Photographs printed (default: " + SHOWN + ", with --json all; 0 for all).")
  private @Nullable Integer top;

  DuplicatesCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.HTML);
    if (top != null && top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    ExplorerSession session = source.open(explorer, null, progress);
    force.outside(session);
    Copies copies = explorer.copies().find(session, progress);
    List<CopyGroup> groups = twoLabels ? copies.underTwoLabels() : copies.groups();
    if (out != null) {
      CopyFiles.write(
          out,
          session.name() + ": the same photograph more than once",
          groups,
          session::className,
          explorer.reviews().thumbnails(session.dataset()));
    }
    int confusions = copies.count(session.pairs());
    if (json()) {
      console().json(result(session, copies, first(groups, 0), confusions));
    } else {
      print(session, groups, confusions);
    }
  }

  private Map<String, Object> result(
      ExplorerSession session, Copies copies, List<CopyGroup> groups, int confusions) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("photographs", copies.groups().size());
    result.put("under_two_labels", copies.underTwoLabels().size());
    result.put(
        "in_training_and_test", copies.groups().stream().filter(CopyGroup::isAcrossSplits).count());
    result.put("confusions", confusions);
    result.put("images", CopyFiles.rows(groups, session::className).all());
    return result;
  }

  private void print(ExplorerSession session, List<CopyGroup> groups, int confusions) {
    console().note(CopyFiles.summary(groups));
    if (confusions > 0) {
      console()
          .note(
              String.format(
                  Locale.ROOT,
                  "%d of the confusions %s the same photograph under two labels.",
                  confusions,
                  confusions == 1 ? "is" : "are"));
    }
    List<CopyGroup> shown = first(groups, SHOWN);
    Table table = new Table("photograph", "how", "likeness", "split", "class", "image");
    int number = 1;
    for (CopyGroup group : shown) {
      for (CopiedImage image : group.images()) {
        table.row(
            number,
            group.kind().term(),
            String.format(Locale.ROOT, "%.2f", group.likeness()),
            image.sample().split().name().toLowerCase(Locale.ROOT),
            session.className(image.sample().label()),
            image.sample().path());
      }
      number++;
    }
    if (!shown.isEmpty()) {
      table.print(console());
    }
    if (shown.size() < groups.size()) {
      console()
          .note(
              Counted.of(groups.size() - shown.size(), "photograph")
                  + " more; --top 0 or --out FILE has all");
    }
  }

  private List<CopyGroup> first(List<CopyGroup> groups, int usual) {
    int most = top == null ? usual : top;
    return most == 0 ? groups : groups.subList(0, Math.min(most, groups.size()));
  }
}
