package eifexplorer.ui.workspace;

import eifexplorer.model.ModelEntry;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a model, for a menu on its row. */
final class ModelMenu {
  private ModelMenu() {}

  /**
   * The lines, group by group.
   *
   * @param open opens a model by its id
   * @param export asks for a file and writes a model to it
   */
  static List<List<Entry>> of(
      ModelsViewModel model, ModelEntry entry, Consumer<String> open, Consumer<ModelEntry> export) {
    String id = entry.card().id();
    return List.of(
        List.of(
            Entry.of(Texts.of("Open in Explore"), Feather.COLUMNS, () -> open.accept(id))
                .enabled(!id.equals(model.loadedProperty().get()))),
        List.of(
            Entry.of(
                Texts.of("Export as an embedding bundle…"),
                Feather.DOWNLOAD,
                () -> export.accept(entry)),
            Entry.of(Texts.of("Copy name"), Feather.COPY, () -> Controls.copy(id)),
            Entry.of(Texts.of("Delete"), Feather.TRASH_2, () -> model.delete(entry))
                .enabled(model.canDelete(entry))));
  }
}
