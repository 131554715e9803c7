package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.review.journal.Agreement;
import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.review.journal.JointAgreement;
import eifexplorer.review.revision.Staging;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far annotators agree, and what holds where they do not. */
final class AnnotatorsPane extends VBox {
  private static final double LOW = 150;
  private static final double ROW = 68;

  private final ReviewViewModel model;
  private final TableView<Agreement> agreements =
      Tables.table(
          Texts.of("Agreement of annotators"),
          Texts.of(
              "Change the annotator's name (A) and choose Blind (H): the same queue is gone through"
                  + " again"));
  private final ListView<Conflict> conflicts = new ListView<>();
  private final Label none = label("", "muted");
  private final Label joint = label("");

  /**
   * A pane.
   *
   * @param close is run when an image is gone to
   */
  AnnotatorsPane(ReviewViewModel model, PictureLoader pictures, Runnable close) {
    super(8);
    this.model = model;
    agreements.getColumns().add(Tables.words(Texts.of("Annotator"), 160, Agreement::first));
    agreements.getColumns().add(Tables.words(Texts.of("and"), 160, Agreement::second));
    agreements
        .getColumns()
        .add(Tables.number(Texts.of("Images"), 70, of -> Texts.count(of.images())));
    agreements
        .getColumns()
        .add(Tables.number(Texts.of("Same"), 70, of -> Texts.count(of.agreeing())));
    agreements.getColumns().add(Tables.number("κ", 70, of -> Summary.coefficient(of.kappa())));
    agreements
        .getColumns()
        .add(
            Tables.words(
                Texts.of("95 % interval"),
                140,
                of ->
                    Texts.of(
                        "{0} to {1}",
                        Summary.coefficient(of.low()), Summary.coefficient(of.high()))));
    agreements.setMinHeight(LOW);
    agreements.setMaxHeight(LOW);
    conflicts.setId("conflicts");
    conflicts.getStyleClass().add("plain-list");
    conflicts.setAccessibleText(Texts.of("Conflicts"));
    conflicts.setFixedCellSize(ROW);
    conflicts.setPlaceholder(none);
    conflicts.setCellFactory(
        view -> new ConflictCell(model, pictures, sample -> look(sample, close)));
    VBox.setVgrow(conflicts, Priority.ALWAYS);
    Label kappa =
        label(
            Texts.of(
                "Cohen's κ: agreement beyond that of two who draw from their own frequencies of"
                    + " labels; 1 is always the same."),
            "small",
            "muted");
    joint.setId("joint-agreement");
    joint.managedProperty().bind(joint.textProperty().isNotEmpty());
    getChildren()
        .addAll(
            label(Texts.of("Agreement"), "h2"),
            kappa,
            agreements,
            joint,
            label(Texts.of("Conflicts"), "h2"),
            conflicts);
    model.staged().summaryProperty().addListener((value, old, now) -> show(now));
    show(model.staged().summaryProperty().get());
  }

  private void look(String sample, Runnable close) {
    model
        .trainIndex(sample)
        .ifPresent(
            image -> {
              model.queue().select(image);
              close.run();
            });
  }

  private static String together(JointAgreement all) {
    return Texts.of(
        "All {0} together: Krippendorff's α {1} on {2} that two or more decided about, {3}"
            + " unanimous.",
        Texts.count(all.annotators()),
        Summary.coefficient(all.alpha()),
        Texts.count(all.images(), "image", "images"),
        Texts.count(all.unanimous()));
  }

  private void show(Summary summary) {
    agreements.getItems().setAll(summary == null ? List.of() : summary.agreements());
    joint.setText(summary == null ? "" : summary.joint().map(AnnotatorsPane::together).orElse(""));
    none.setText(model.disputes().noConflict());
    conflicts.getItems().setAll(model.staged().staging().map(Staging::conflicts).orElse(List.of()));
  }
}
