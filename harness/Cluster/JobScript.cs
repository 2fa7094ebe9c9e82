namespace Evaluator.Cluster;

/// <summary>What the nodes run: ordinary commands that anybody can type.</summary>
internal static class JobScript
{
    /// <summary>
    /// Exit code 1 says that the predictor failed in some case, which is a result; Slurm would call the task failed. The workers' files
    /// stay on the node, where they are read for every case.
    /// </summary>
    public static string OfShards(string tasksFile, BatchOptions options) => $$"""
        #!/bin/bash
        # Array task K plays the shard in line K of tasks.tsv.
        line=$(sed -n "${SLURM_ARRAY_TASK_ID}p" {{Quoted(tasksFile)}})
        run=${line%$'\t'*}
        shard=${line##*$'\t'}
        echo "$(date -u +%FT%T.%3NZ) $(hostname) starts shard $shard of $run (job $SLURM_JOB_ID)"
        {{Quoted(options.Program)}} run --plan "$run" --shard "$shard" --workers {{options.Resources.Workers}} \
            --scratch "${TMPDIR:-/tmp}/evaluator-$(id -u)"{{(options.Data is { } data ? $" --data {Quoted(data)}" : "")}}
        code=$?
        echo "$(date -u +%FT%T.%3NZ) $(hostname) ends shard $shard with exit code $code"
        [ $code -eq 1 ] && exit 0
        exit $code

        """;

    public static string OfMerge(string root, BatchOptions options) => $$"""
        #!/bin/bash
        {{Quoted(options.Program)}} merge {{Quoted(root)}}
        code=$?
        {{Quoted(options.Program)}} standings {{Quoted(root)}}
        [ $code -eq 1 ] && exit 0
        exit $code

        """;

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
