package eifexplorer.ui.review;

import eifexplorer.project.ReviewService;
import eifexplorer.review.copies.Copies;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the Review screen needs from outside.
 *
 * @param reviews suspects, decisions, label revisions; called from jobs
 * @param ensurePicture makes a picture file if it can be made and is not there; called from jobs
 * @param copies photographs that a session's data set holds more than once, if somebody looked; called from jobs
 */
public record ReviewServices(
    ReviewService reviews,
    Consumer<Path> ensurePicture,
    Function<ExplorerSession, Optional<Copies>> copies) {}
