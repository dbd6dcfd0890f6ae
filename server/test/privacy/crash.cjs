/** Loaded before the server, lets it die at SIGUSR2 of an error that carries a statement with somebody's values. */
process.once('SIGUSR2', () => {
  setImmediate(() => {
    const values = JSON.parse(process.env.CRASH_WITH);
    const query = `INSERT INTO relative VALUES ('${values.join("', '")}')`;
    throw Object.assign(new Error(`Duplicate entry '${values.join('-')}'`), {
      query,
      parameters: values,
      code: 'ER_DUP_ENTRY',
    });
  });
});
