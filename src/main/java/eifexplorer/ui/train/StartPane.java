package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;

/** Lines of the form above the plan: the back bone's first weights, and the labels. */
final class StartPane extends VBox {
  private static final double NAMES = 96;
  private static final double WIDE = 186;
  private static final double NARROW = 104;

  private final StartViewModel start;
  private final Button file = button(Texts.of("Choose…"), this::chooseFile);
  private final Label trouble = label("", "problem");

  StartPane(StartViewModel start) {
    super(6);
    this.start = start;
    file.setId("start-file");
    file.setMinWidth(0);
    file.setMaxWidth(WIDE);
    file.setPrefWidth(WIDE);
    ComboBox<String> network =
        choice(
            FXCollections.observableArrayList(StartViewModel.ARCHITECTURES),
            start.architectureProperty());
    network.setEditable(true);
    ComboBox<LabelsChoice> labels = choice(start.revisions(), start.labelsProperty());
    labels.setId("start-labels");
    ComboBox<LabelNoiseChoice> noise =
        choice(FXCollections.observableArrayList(LabelNoiseChoice.values()), start.noiseProperty());
    noise.setId("start-noise");
    Label note = label("", "secondary");
    note.textProperty().bind(start.noteProperty());
    for (Label text : new Label[] {note, trouble}) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
      text.managedProperty().bind(text.textProperty().isNotEmpty());
    }
    trouble.textProperty().bind(start.troubleProperty());
    BooleanExpression noisy = start.noiseProperty().isNotEqualTo(LabelNoiseChoice.NONE);
    getChildren()
        .addAll(
            label(Texts.of("Begins with"), "preset-group"),
            line(Texts.of("Back bone"), weights(), ""),
            shownIf(line(Texts.of("File"), file, ""), weightsAre(WeightsChoice.FILE)),
            shownIf(line(Texts.of("Network"), network, ""), weightsAre(WeightsChoice.RANDOM)),
            label(Texts.of("Labels"), "preset-group"),
            shownIf(line(Texts.of("Labels"), labels, ""), noisy.not()),
            line(Texts.of("Made wrong"), noise, ""),
            shownIf(
                line(Texts.of("Share"), text(start.percentProperty()), Texts.of("% of images")),
                noisy),
            shownIf(
                line(Texts.of("Seed"), text(start.noiseSeedProperty()), Texts.of("0 or more")),
                noisy),
            note,
            trouble);
    InvalidationListener named = value -> nameFile();
    start.fileProperty().addListener(named);
    nameFile();
  }

  private ComboBox<WeightsChoice> weights() {
    ComboBox<WeightsChoice> box = choice(start.sources(), start.weightsProperty());
    box.setId("start-weights");
    return box;
  }

  private BooleanExpression weightsAre(WeightsChoice wanted) {
    return start.weightsProperty().isEqualTo(wanted);
  }

  private static <T> ComboBox<T> choice(ObservableList<T> all, Property<T> chosen) {
    ComboBox<T> box = new ComboBox<>(all);
    box.valueProperty().bindBidirectional(chosen);
    box.setPrefWidth(WIDE);
    box.setMaxWidth(WIDE);
    return box;
  }

  private static TextField text(Property<String> text) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    field.setPrefWidth(NARROW);
    field.setMinWidth(NARROW);
    field.setMaxWidth(NARROW);
    return field;
  }

  /** As wide as the plan's lines, whose fields have a dot before them. */
  private static HBox line(String title, Control control, String hint) {
    Label name = label(title, "form-label");
    name.setMinWidth(NAMES + 12);
    name.setLabelFor(control);
    control.setAccessibleText(title);
    HBox line = new HBox(6, name, control, label(hint, "secondary"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Node shownIf(Node node, BooleanExpression condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  private void nameFile() {
    file.setText(
        start.fileProperty().get() == null
            ? Texts.of("Choose…")
            : start.fileProperty().get().getFileName().toString());
  }

  private void chooseFile() {
    Path now = start.fileProperty().get();
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.WEIGHTS,
            Texts.of("Weights of a back bone"),
            now == null ? "" : now.toString(),
            new ExtensionFilter(Texts.of("Weights"), "*.pth", "*.pt", "*.tar", "*.safetensors"),
            new ExtensionFilter(Texts.of("All files"), "*"))
        .ifPresent(start.fileProperty()::set);
  }
}
