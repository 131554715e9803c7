package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelEntry;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.FactsGrid;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;

/** The chosen model: what it was made from, and what can be done with it. Deleting asks in place. */
final class ModelDetails extends VBox {
  private static final double HEIGHT = 280;
  private static final String RECALL = "recall_at_";

  /** What a model is made from, by its name in the file; other names are shown as they are. */
  private static final Map<String, String> INPUTS =
      Map.of(
          "data_fingerprint", Texts.of("Data fingerprint"),
          "dataset", Texts.of("Data set"),
          "labels_fingerprint", Texts.of("Labels' fingerprint"),
          "train_classes", Texts.of("Training classes"),
          "test_classes", Texts.of("Test classes"),
          "weights", Texts.of("Weights"));

  private final ModelsViewModel model;
  private final Consumer<String> openModel;
  private final Label title = label("", "h2");
  private final HBox actions = new HBox(8);
  private final ObservableList<Fact> facts = FXCollections.observableArrayList();

  ModelDetails(ModelsViewModel model, Consumer<String> openModel) {
    super(8);
    this.model = model;
    this.openModel = openModel;
    getStyleClass().add("block");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    // A line of its own: beside four buttons little of a title is left in a small window.
    title.setMinWidth(0);
    actions.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(new FactsGrid(facts));
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.of("Details of the model"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, actions, scroll);
    model.selectedProperty().addListener((value, old, now) -> show(now));
    model.loadedProperty().addListener((value, old, now) -> show(model.selectedProperty().get()));
    show(model.selectedProperty().get());
  }

  private void show(ModelEntry entry) {
    actions.getChildren().clear();
    title.setText(entry == null ? Texts.of("Choose a model") : entry.card().title());
    facts.setAll(entry == null ? List.of() : facts(entry.card()));
    if (entry != null) {
      showActions(entry);
    }
  }

  private void showActions(ModelEntry entry) {
    boolean loaded = entry.card().id().equals(model.loadedProperty().get());
    Button open =
        button(
            loaded ? Texts.of("Loaded") : Texts.of("Open in Explore"),
            () -> openModel.accept(entry.card().id()));
    open.setDisable(loaded);
    Button delete = button(Texts.of("Delete…"), () -> askDelete(entry));
    delete.setDisable(!model.canDelete(entry));
    actions
        .getChildren()
        .setAll(
            open,
            button(Texts.of("Rename…"), () -> askName(entry)),
            button(Texts.of("Export bundle…"), () -> export(entry)),
            delete);
  }

  private void askName(ModelEntry entry) {
    TextField name = new TextField(entry.card().name());
    name.setId("model-name");
    name.setPromptText(entry.card().description());
    name.setAccessibleText(Texts.of("New name of the model"));
    name.setPrefWidth(240);
    name.setOnAction(event -> model.rename(entry, name.getText()));
    actions
        .getChildren()
        .setAll(
            name,
            button(Texts.of("Rename"), () -> model.rename(entry, name.getText()), "accent-button"),
            button(Texts.of("Cancel"), () -> show(entry)));
    name.requestFocus();
  }

  private void askDelete(ModelEntry entry) {
    Button delete = button(Texts.of("Delete"), () -> model.delete(entry), "danger-button");
    delete.setId("delete-model");
    actions
        .getChildren()
        .setAll(
            label(Texts.of("Delete this model? It goes to the workspace's trash."), "question"),
            spacer(),
            delete,
            button(Texts.of("Keep"), () -> show(entry)));
    delete.requestFocus();
  }

  /** Asks for a file and writes a model to it. */
  void export(ModelEntry entry) {
    FileDialogs.of(this)
        .newFile(
            getScene().getWindow(),
            Purpose.EXPORT,
            Texts.of("Export as an embedding bundle"),
            entry.card().id() + ".npz",
            new ExtensionFilter(Texts.of("Embedding bundle"), "*.npz"))
        .ifPresent(file -> model.export(entry, file));
  }

  private static List<Fact> facts(ModelCard card) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Texts.of("What it is"), card.description()));
    facts.add(new Fact(Texts.of("Back bone"), ModelWords.backbone(card)));
    if (card.hasNetwork()) {
      facts.add(
          new Fact(
              Texts.of("Images"),
              Texts.of("resized to {0}, cropped to {1}", card.resize(), card.crop())));
    }
    facts.add(new Fact(Texts.of("Embedding"), Texts.of("{0} dimensions", card.embeddingSize())));
    facts.add(new Fact(Texts.of("Measured"), metrics(card)));
    facts.add(
        new Fact(
            Texts.of("Made by"), card.provenance().tool() + ", " + card.provenance().command()));
    facts.add(new Fact(Texts.of("Made at"), Texts.moment(card.provenance().created())));
    addAll(facts, card.provenance().inputs());
    addAll(facts, card.provenance().parameters());
    facts.add(new Fact(Texts.of("Folder"), Texts.of("models/{0}", card.id())));
    return facts;
  }

  private static String metrics(ModelCard card) {
    List<String> words = new ArrayList<>();
    card.metrics()
        .forEach(
            (name, value) -> {
              if (name.startsWith(RECALL)) {
                words.add("R@" + name.substring(RECALL.length()) + " " + Texts.percent(value));
              }
            });
    if (words.isEmpty()) {
      return Texts.of("not measured");
    }
    words.add(Texts.of("MAP@R {0}", ModelWords.percent(card, "map_at_r")));
    words.add(Texts.of("NMI {0}", ModelWords.percent(card, "nmi")));
    card.metric("samples")
        .ifPresent(n -> words.add(Texts.count((long) n, "test image", "test images")));
    return String.join(" · ", words);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String yesOrNo(String value) {
    return switch (value) {
      case "true" -> Texts.of("yes");
      case "false" -> Texts.of("no");
      default -> value;
    };
  }

  private static void addAll(List<Fact> facts, Map<String, String> values) {
    values.forEach(
        (name, value) -> {
          String title = INPUTS.getOrDefault(name, capitalised(name.replace('_', ' ')));
          if (RecordText.isRecord(value)) {
            facts.addAll(RecordText.facts(title, value));
          } else if (!value.isBlank()) {
            facts.add(new Fact(title, yesOrNo(value)));
          }
        });
  }
}
