/** Words of the files of data, in the language of the file. */
export interface FormatWords {}
