package eifexplorer.testing;

/** A run as the first version of the program wrote it. */
public final class EarlyRun {
  /** Its {@code run.json}; a head on a frozen network. */
  public static final String JSON =
      """
      {
        "id": "early",
        "plan": {
          "title": "head", "dataset": "folder",
          "network": {"backbone": "basic-1-1-1-1-w8/average/layernorm", "frozen": true, "resize": 36, "crop": 32,
                      "embeddingSize": 8, "initialHead": "UNIFORM"},
          "loss": {"kind": "PROXY_NCA", "scale": 3.0, "lambda": 20.0, "gamma": 0.1, "tau": 0.2, "margin": 0.01,
                   "centresPerClass": 1},
          "batches": {"sampler": "BALANCED", "classes": 2, "samplesPerClass": 2},
          "optimiser": {"backboneRate": 0.0, "headRate": 0.001, "proxyRate": 0.01, "epsilon": 1e-8,
                        "weightDecay": 0.0, "clip": 10.0, "milestones": [], "milestoneFactor": 0.1},
          "epochs": 2, "warmUpEpochs": 0, "seed": 0
        },
        "provenance": {"tool": "EIF Explorer 0.1.0", "created": "2026-01-01T00:00:00Z", "command": "train"}
      }
      """;

  private EarlyRun() {}
}
