package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The saved filters, each with a button that forgets it, and a name for the present one. */
final class SavedFiltersPane extends VBox {
  /** Two lines; more are scrolled to, since the sheet must fit into a small window. */
  private static final double MOST_HEIGHT = 60;

  private final SavedFilters model;
  private final VBox rows = new VBox(2);
  private final ScrollPane scroll = new ScrollPane(rows);
  private final TextField name = new TextField();

  SavedFiltersPane(SavedFilters model) {
    super(4);
    this.model = model;
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.visibleProperty().bind(scroll.managedProperty());
    name.setId("filter-name");
    name.setPromptText(Texts.of("Name of this filter"));
    name.setAccessibleText(Texts.of("Name to save this filter and order by"));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setOnAction(event -> save());
    Button save = button(Texts.of("Save"), this::save);
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    // Above the name, a new row would put its button that forgets it under the pointer that has
    // just saved it.
    getChildren()
        .addAll(label(Texts.of("Saved filters"), "section-head"), new HBox(8, name, save), scroll);
    model.all().addListener((ListChangeListener<SavedFilters.Saved>) change -> show());
    show();
  }

  private void save() {
    model.save(name.getText());
    name.clear();
  }

  private void show() {
    rows.getChildren().setAll(model.all().stream().map(this::row).toList());
    scroll.setManaged(!model.all().isEmpty());
    scroll.setPrefHeight(Math.min(MOST_HEIGHT, model.all().size() * MOST_HEIGHT / 2));
  }

  private HBox row(SavedFilters.Saved saved) {
    Button apply = button(saved.name(), () -> model.apply(saved), "link-button");
    apply.setMinWidth(0);
    apply.setAccessibleText(Texts.of("Filter the pairs by {0}", saved.name()));
    HBox space = new HBox(apply);
    HBox.setHgrow(space, Priority.ALWAYS);
    return new HBox(
        4,
        space,
        iconButton(Feather.X, Texts.of("Forget {0}", saved.name()), () -> model.remove(saved)));
  }
}
