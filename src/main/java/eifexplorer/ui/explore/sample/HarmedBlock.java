package eifexplorer.ui.explore.sample;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pairs the training image harms most; a click goes there. Not there while none is known. */
final class HarmedBlock extends VBox {
  private static final double PICTURE = 36;

  private final SampleViewModel model;
  private final PictureLoader pictures;
  private final Button all;

  HarmedBlock(SampleViewModel model, PictureLoader pictures) {
    super(4);
    this.model = model;
    this.pictures = pictures;
    all = button("", model::listHarmed, "link-button");
    setId("harmed-pairs");
    all.setId("list-harmed");
    all.textProperty().bind(model.harmTextProperty().map(text -> allText()));
    model.harmTextProperty().addListener((value, old, now) -> show());
    model.harmed().addListener((ListChangeListener<HarmedPairItem>) change -> show());
    show();
  }

  private void show() {
    boolean any = !model.harmed().isEmpty();
    setVisible(any);
    setManaged(any);
    getChildren().setAll(label(model.harmedTitle(), "section-head"));
    model.harmed().forEach(item -> getChildren().add(row(item)));
    getChildren().add(all);
  }

  private String allText() {
    return Texts.of("Show the {0} it harms", Texts.count(model.harmedCount(), "pair", "pairs"));
  }

  private Button row(HarmedPairItem item) {
    NameLabel wrong = new NameLabel("small");
    wrong.setName(item.wrongClass());
    NameLabel confused = new NameLabel("small", "muted");
    confused.setName(item.confusedClass());
    VBox names = new VBox(wrong, confused);
    names.setMinWidth(0);
    names.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox line =
        new HBox(
            4,
            thumbnail(item.wrong()),
            thumbnail(item.confused()),
            names,
            label("#" + item.rank(), "mono"));
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = new Button();
    row.setGraphic(line);
    row.getStyleClass().add("harmed-row");
    row.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(row.widthProperty().subtract(12));
    row.setAccessibleText(
        Texts.of(
            "Go to the pair {0} and {1}, which it harms as number {2}",
            item.wrongClass(), item.confusedClass(), item.rank()));
    Tips.on(row, Texts.of("Number {0} among the most harmful for this pair", item.rank()));
    row.setOnAction(event -> model.goTo(item));
    return row;
  }

  private PictureView thumbnail(Picture picture) {
    PictureView view = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    view.setMinSize(PICTURE, PICTURE - 8);
    view.setMaxSize(PICTURE, PICTURE - 8);
    view.show(picture);
    return view;
  }
}
