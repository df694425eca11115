// Matrices, by name, as the bytes of a safetensors file of 32-bit numbers.
export function safetensors(matrices) {
  const header = {};
  const numbers = [];
  for (const [name, rows] of Object.entries(matrices)) {
    const begin = 4 * numbers.length;
    numbers.push(...rows.flat());
    header[name] = {
      dtype: "F32",
      shape: [rows.length, rows[0].length],
      data_offsets: [begin, 4 * numbers.length],
    };
  }
  // The numbers must begin at a multiple of eight bytes.
  const text = JSON.stringify(header);
  const json = new TextEncoder().encode(text.padEnd(8 * Math.ceil(text.length / 8)));
  const file = new Uint8Array(8 + json.length + 4 * numbers.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  file.set(new Uint8Array(new Float32Array(numbers).buffer), 8 + json.length);
  return file;
}
