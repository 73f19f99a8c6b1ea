using System.Data.Common;

namespace ChatSupport.Storage;

/// <summary>One prepared statement whose parameters are <c>$1</c>, <c>$2</c> … and are bound anew each time.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter[] parameters;

    public Statement(DbConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        var count = 0;
        while (sql.Contains($"${count + 1}", StringComparison.Ordinal))
            count++;
        parameters = new DbParameter[count];
        for (var i = 0; i < count; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"${i + 1}";
            command.Parameters.Add(parameters[i]);
        }
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it for one value.</summary>
    /// <returns>The first column of the first row: <see cref="DBNull"/> where that is empty, null where there is no row.</returns>
    public object? One(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar();
    }

    /// <summary>Runs it for rows.</summary>
    public List<T> All<T>(Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != parameters.Length)
            throw new ArgumentException($"The statement takes {parameters.Length} values but was given {values.Length}: {command.CommandText}", nameof(values));
        for (var i = 0; i < values.Length; i++)
            parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
