package eifexplorer.cli;

import eifexplorer.job.JobContext;
import eifexplorer.model.ModelEntry;
import eifexplorer.project.Explorer;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the models of a workspace and says which one it opens with. */
@Command(
    name = "models",
    header = "Lists the models of a workspace, and chooses the one it opens with.",
    description =
        "The current one, which the workspace opens with, is marked with a star. A training makes"
            + " its model the current one unless that would be a worse one.")
final class ModelsCommand extends ExplorerCommand {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(names = "--use", paramLabel = "ID", description = "Make this one the current model.")
  private @Nullable String use;

  @Option(
      names = "--trust",
      paramLabel = "ID",
      description = {
        "Agree to run the program (TorchScript, ONNX) that is this model's network and came with"
            + " the workspace.",
        "It goes by content and is remembered for you on this machine."
      })
  private @Nullable String trust;

  ModelsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (trust != null) {
      explorer.workspaces().trust(workspace, trust);
    }
    if (use != null) {
      explorer.workspaces().makeCurrent(workspace, use);
    }
    List<ModelEntry> models = explorer.workspaces().models(workspace);
    List<Unreadable> damaged = explorer.workspaces().damagedModels(workspace);
    if (json()) {
      console().json(models.stream().map(ModelsCommand::row).toList());
    } else {
      print(models);
    }
    if (!damaged.isEmpty()) {
      console().note(Unreadable.sentence("model", damaged));
    }
  }

  private static Map<String, @Nullable Object> row(ModelEntry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", entry.card().id());
    row.put("current", entry.current());
    row.put("title", entry.card().title());
    row.put("labels", entry.card().labelRevision());
    OptionalDouble recall = entry.card().metric("recall_at_1");
    row.put("recall_at_1", recall.isPresent() ? recall.getAsDouble() : null);
    row.put("bytes", entry.bytes());
    return row;
  }

  private void print(List<ModelEntry> models) {
    Table table = new Table("", "id", "R@1", "labels", "model");
    for (ModelEntry entry : models) {
      OptionalDouble recall = entry.card().metric("recall_at_1");
      table.row(
          entry.current() ? "*" : "",
          entry.card().id(),
          recall.isPresent() ? Counted.metric("recall_at_1", recall.getAsDouble()) : "-",
          entry.card().labelRevision(),
          entry.card().title());
    }
    table.print(console());
  }
}
