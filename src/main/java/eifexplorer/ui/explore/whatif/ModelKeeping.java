package eifexplorer.ui.explore.whatif;

import eifexplorer.job.Job;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Makes what was tried one more model of the workspace, one at a time; the model that is open stays open. */
public final class ModelKeeping {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Consumer<String> openModel;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * Keeps nothing yet.
   *
   * @param openModel opens another model of the session's workspace, by its id
   */
  public ModelKeeping(FxJobs jobs, NoticesViewModel notices, Consumer<String> openModel) {
    this.jobs = jobs;
    this.notices = notices;
    this.openModel = openModel;
  }

  /** True while a model is kept. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Keeps the model that a job makes; the title is the job's, for people. Not while another is kept. */
  public void keep(String title, Job<ModelCard> saving) {
    keep(title, saving, card -> {});
  }

  /** The same, and hands on the model once it is kept. */
  public void keep(String title, Job<ModelCard> saving, Consumer<ModelCard> then) {
    if (!busy.get()) {
      busy.set(true);
      jobs.start(
          title,
          Lane.QUESTION,
          saving,
          new Outcome<>(
              card -> {
                kept(card);
                then.accept(card);
              },
              this::failed,
              () -> busy.set(false)));
    }
  }

  private void kept(ModelCard card) {
    busy.set(false);
    notices.info(
        Texts.of("Kept as the model “{0}”. The one that is open stays open.", card.title()),
        Texts.of("Open that model"),
        () -> openModel.accept(card.id()));
  }

  private void failed(Failure failure) {
    busy.set(false);
    notices.show(failure);
  }
}
