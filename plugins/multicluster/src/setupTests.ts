import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What is waited for comes; on a busy machine it comes late.
configure({ asyncUtilTimeout: 15_000 });
