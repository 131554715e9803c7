package eifexplorer.project;

import eifexplorer.job.JobContext;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of the disk a workspace takes, by kind.
 *
 * @param bytes for every kind
 */
public record DiskUse(Map<Kind, Long> bytes) {
  /** What takes room. */
  public enum Kind {
    FEATURES("Features"),
    MODELS("Models"),
    RESULTS("Results"),
    THUMBNAILS("Thumbnails"),
    RUNS("Training runs"),
    REVIEW("Review"),
    TRASH("Deleted models");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** The name for people. */
    public String title() {
      return title;
    }

    private Path folder(Workspace workspace) {
      return switch (this) {
        case FEATURES -> workspace.features();
        case MODELS -> workspace.models();
        case RESULTS -> workspace.results();
        case THUMBNAILS -> workspace.thumbnails();
        case RUNS -> workspace.runs();
        case REVIEW -> workspace.review();
        case TRASH -> workspace.trash();
      };
    }
  }

  /** Copies the map. */
  public DiskUse {
    bytes = Collections.unmodifiableMap(new EnumMap<>(bytes));
  }

  /** Adds up the files of a workspace. */
  static DiskUse of(Workspace workspace, JobContext context) {
    Map<Kind, Long> bytes = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      context.checkCancelled();
      bytes.put(kind, FolderTrees.size(kind.folder(workspace)));
    }
    return new DiskUse(bytes);
  }

  /** Bytes of a kind. */
  public long of(Kind kind) {
    return bytes.getOrDefault(kind, 0L);
  }

  /** Bytes of all kinds. */
  public long total() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
