package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.model.BackboneSource;
import eifexplorer.review.revision.Revision;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import java.util.List;

/**
 * A training request with everything settled that decides the run; all that trains takes this and asks nothing more.
 *
 * @param request what was asked for
 * @param plan how it is trained
 * @param reference names the data set, with the classes of the plan's mode and noise that is complete
 * @param dataset the data set with its own labels
 * @param corrected the samples and labels that are learned
 * @param labels the label revision they are of
 * @param start the back bone training begins with
 * @param remarks what is worth knowing of it, but no reason to stop
 */
record PreparedRun(
    TrainRequest request,
    TrainingPlan plan,
    DatasetReference reference,
    ImageDataset dataset,
    ImageDataset corrected,
    Revision labels,
    BackboneSource start,
    List<String> remarks) {
  /** Fingerprint of the samples and labels that are learned. */
  String data() {
    return TrainingChecks.fingerprint(corrected);
  }
}
