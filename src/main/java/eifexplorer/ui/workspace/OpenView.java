package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.model.BundleOptions.ProxyForm;
import eifexplorer.project.OpenFinding;
import eifexplorer.project.OpenFinding.Kind;
import eifexplorer.project.OpenFinding.Line;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.RecentPaths;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import eifexplorer.ui.screen.PageView;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form that opens anything, a page in the window's middle: the file above, what was found below, then the choices. */
public final class OpenView extends ScrollPane implements PageView {
  private static final double WIDTH = 680;
  private static final double TYPING = 400;

  private static final Map<HeadForm, String> HEADS =
      Map.of(
          HeadForm.GIVEN, Texts.of("Its own, or the features as they are"),
          HeadForm.TRAINED, Texts.of("Train one on the features (seconds)"));

  private static final Map<ProxyForm, String> PROXIES =
      Map.of(
          ProxyForm.FITTED, Texts.of("Fit them where there are none"),
          ProxyForm.CENTROIDS, Texts.of("Class centroids where there are none"));

  private final OpenViewModel model;
  private final TextField first;
  private final VBox findings = new VBox(8);
  private final Button open;

  /**
   * A view of the form.
   *
   * @param close goes back to where the user came from
   */
  public OpenView(OpenViewModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("form-page");
    setFitToWidth(true);
    first =
        field("path", Texts.of("Workspace, data set, embeddings or model"), model.pathProperty());
    findings.getStyleClass().add("findings");
    findings.setId("open-findings");
    open = button(Texts.of("Open"), model::submit, "accent-button");
    model.findingProperty().addListener((value, old, now) -> showFindings());
    model.lookingProperty().addListener((value, old, now) -> showFindings());
    VBox form =
        new VBox(
            16,
            label(Texts.of("Open"), "h1"),
            what(),
            place(),
            findings,
            bundle(),
            workspace(),
            foot(close));
    form.setMaxWidth(WIDTH);
    VBox page = new VBox(form);
    page.setAlignment(Pos.TOP_CENTER);
    page.getStyleClass().add("form-margin");
    setContent(page);
    showFindings();
  }

  private static Label what() {
    Label text =
        label(
            Texts.of(
                "A workspace, the folder of a data set or its CSV list, embeddings with labels"
                    + " (.npz, a folder of .npy, .safetensors, .pt, .csv), or a model. Drop it"
                    + " anywhere."),
            "secondary");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    return text;
  }

  private FormGrid place() {
    FormGrid grid = new FormGrid();
    grid.row(
        Texts.of("File or folder"),
        first,
        new RecentPaths(Purpose.BUNDLE, model.pathProperty()),
        button(Texts.of("File…"), this::chooseFile),
        button(
            Texts.of("Folder…"),
            () -> chooseFolder(model.pathProperty(), Texts.of("Open a folder"))));
    return grid;
  }

  /** What is asked of embeddings only. */
  private FormGrid bundle() {
    FormGrid grid = new FormGrid();
    grid.row(Texts.of("Loss"), lossBox());
    grid.row(Texts.of("Head"), box(model.headProperty(), HEADS, HeadForm.values()));
    CheckBox normalise = check(Texts.of("Scale features to length 1"), model.normaliseProperty());
    CheckBox centre = check(Texts.of("Take their mean off"), model.centreProperty());
    grid.row(Texts.of("Features"), normalise, centre, spacer());
    grid.row(Texts.of("Proxies"), box(model.proxiesProperty(), PROXIES, ProxyForm.values()));
    grid.row(
        Texts.of("Trained on"),
        field(
            "division",
            Texts.of("Empty: as it says, or half of the classes; images; or classes such as 1-49"),
            model.divisionProperty()));
    grid.row(
        Texts.of("Images in"),
        field(
            "images",
            Texts.of("Empty: without photographs; they can be located later"),
            model.imagesProperty()),
        new RecentPaths(Purpose.DATA_SET, model.imagesProperty()),
        button(
            Texts.of("Folder…"),
            () -> chooseFolder(model.imagesProperty(), Texts.of("Folder of the images"))));
    grid.row(
        Texts.of("Links"),
        check(Texts.of("Follow those that lead out of it"), model.followLinksProperty()),
        spacer());
    shownFor(grid, Kind.BUNDLE);
    return grid;
  }

  private VBox workspace() {
    FormGrid grid = new FormGrid();
    grid.row(
        Texts.of("New workspace"),
        field("folder", Texts.of("An empty or a new folder"), model.folderProperty()),
        button(
            Texts.of("Folder…"),
            () -> chooseFolder(model.folderProperty(), Texts.of("Folder of the workspace"))));
    Label problem = label("", "small", "problem");
    problem.setWrapText(true);
    problem.textProperty().bind(model.folderProblemProperty());
    VBox rows = new VBox(2, grid, problem);
    shownFor(rows, Kind.BUNDLE, Kind.DATA_SET);
    return rows;
  }

  private void shownFor(Node node, Kind... kinds) {
    node.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> List.of(kinds).contains(model.findingProperty().get().kind()),
                model.findingProperty()));
    node.managedProperty().bind(node.visibleProperty());
  }

  private static CheckBox check(String text, BooleanProperty value) {
    CheckBox box = new CheckBox(text);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private TextField field(String id, String prompt, StringProperty value) {
    TextField text = new TextField();
    text.setId("open-" + id);
    text.setPromptText(prompt);
    text.setText(value.get());
    // Half a path may be a folder that takes long to look through: what is typed counts after a
    // pause.
    PauseTransition pause = new PauseTransition(Duration.millis(TYPING));
    pause.setOnFinished(event -> value.set(text.getText()));
    text.textProperty().addListener((of, old, now) -> pause.playFromStart());
    text.setOnAction(
        event -> {
          // Another file is shown before it is opened, with what will be done to it.
          boolean known = value != model.pathProperty() || text.getText().equals(value.get());
          value.set(text.getText());
          if (known) {
            model.submitOnceLooked();
          }
        });
    value.addListener(
        (of, old, now) -> {
          if (!now.equals(text.getText())) {
            text.setText(now);
          }
        });
    return text;
  }

  private ComboBox<LossSpec> lossBox() {
    ComboBox<LossSpec> box = new ComboBox<>();
    box.getItems().add(null);
    box.getItems().addAll(LossSpec.ALL);
    box.setConverter(
        new WordConverter<>(
            loss -> loss == null ? Texts.of("The usual (ProxyNCA++)") : loss.title()));
    box.valueProperty().bindBidirectional(model.lossProperty());
    return box;
  }

  private static <T> ComboBox<T> box(ObjectProperty<T> value, Map<T, String> words, T[] all) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().addAll(all);
    box.setConverter(new WordConverter<>(words::get));
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  private void showFindings() {
    OpenFinding found = model.findingProperty().get();
    findings.getChildren().setAll(label(headingOf(found), "section-head"));
    if (found.lines().isEmpty() && !model.lookingProperty().get()) {
      findings.getChildren().add(label(Texts.of("Choose a file or folder."), "muted"));
    }
    found.lines().forEach(line -> findings.getChildren().add(lineOf(line)));
    open.setText(
        switch (found.kind()) {
          case DATA_SET -> Texts.of("Go on: weights and classes");
          case MODEL -> Texts.of("Go on: its data set");
          case BUNDLE -> Texts.of("Make workspace and open");
          case WORKSPACE, NOTHING -> Texts.of("Open");
        });
  }

  private String headingOf(OpenFinding found) {
    if (model.lookingProperty().get()) {
      return Texts.of("Looking …");
    }
    return found.title().isEmpty() ? Texts.of("What was found") : Texts.said(found.title());
  }

  private static Label lineOf(Line line) {
    Label text = label(Texts.said(line.text()));
    FontIcon icon =
        new FontIcon(
            switch (line.sort()) {
              case FOUND -> Feather.CHECK;
              case MISSING -> Feather.ARROW_RIGHT;
              case TROUBLE -> Feather.ALERT_CIRCLE;
            });
    text.setGraphic(icon);
    text.getStyleClass()
        .add(
            switch (line.sort()) {
              case FOUND -> "found";
              case MISSING -> "secondary";
              case TROUBLE -> "problem";
            });
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    return text;
  }

  private HBox foot(Runnable close) {
    open.setId("open-it");
    open.setDefaultButton(true);
    open.disableProperty().bind(model.ready().not());
    model
        .openingProperty()
        .addListener(
            (value, old, now) -> {
              if (now) {
                FileDialogs.of(this).taken(Purpose.BUNDLE, model.pathProperty().get());
              }
            });
    Button cancel = button(Texts.of("Cancel"), close);
    cancel.setCancelButton(true);
    return new HBox(8, spacer(), cancel, open);
  }

  private void chooseFile() {
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.BUNDLE,
            Texts.of("Open a file"),
            model.pathProperty().get(),
            new ExtensionFilter(
                Texts.of("Embeddings, models, lists"),
                "*.npz",
                "*.pt",
                "*.pth",
                "*.safetensors",
                "*.onnx",
                "*.csv"),
            new ExtensionFilter(Texts.of("All files"), "*"))
        .ifPresent(file -> model.pathProperty().set(file.toString()));
  }

  private void chooseFolder(StringProperty text, String title) {
    FileDialogs.of(this)
        .folder(getScene().getWindow(), Purpose.BUNDLE, title, text.get())
        .ifPresent(folder -> text.set(folder.toString()));
  }

  /** Puts the caret into the first field; with a file there Enter opens it. */
  @Override
  public void shown() {
    first.requestFocus();
    first.end();
  }

  @Override
  public Node node() {
    return this;
  }
}
