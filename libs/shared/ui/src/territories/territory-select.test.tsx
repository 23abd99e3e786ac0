import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { AcademieSelect, DepartementSelect } from './territory-select';
import { loadTerritories } from './use-territories';

afterEach(cleanup);

function Chooser({ Select }: { readonly Select: typeof AcademieSelect }) {
  const [code, setCode] = useState('');
  return (
    <>
      <Select
        id="where"
        label="Où êtes-vous ?"
        value={code}
        onChange={setCode}
        error={code ? undefined : 'Choisissez.'}
      />
      <output>{code || 'rien'}</output>
    </>
  );
}

test('the 30 académies by region, then the places outside them', async () => {
  render(<Chooser Select={AcademieSelect} />);
  const list = await screen.findByRole('combobox', { name: /Où êtes-vous/ });
  await within(list).findByRole('option', { name: 'Lille' });
  const groups = within(list).getAllByRole('group');
  expect(groups).toHaveLength(19);
  expect(groups.at(-1)).toHaveProperty('label', 'Hors académie');
  const last = within(groups.at(-1)!);
  expect(last.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Nouvelle-Calédonie',
    'Polynésie française',
    'Wallis-et-Futuna',
    'Saint-Pierre-et-Miquelon',
    'Étranger',
  ]);
  expect(within(list).getAllByRole('option')).toHaveLength(1 + 30 + 5);
  expect(within(list).getByRole('group', { name: 'Hauts-de-France' })).toBeTruthy();
});

test('a choice is given by its code, and taken back as none', async () => {
  render(<Chooser Select={AcademieSelect} />);
  const list = screen.getByRole('combobox');
  expect(list.getAttribute('aria-invalid')).toBe('true');
  await screen.findByRole('option', { name: 'Lille' });
  await userEvent.selectOptions(list, 'Lille');
  expect(screen.getByRole('status').textContent).toBe('09');
  expect(list.hasAttribute('aria-invalid')).toBe(false);
  await userEvent.selectOptions(list, 'Choisir dans la liste');
  expect(screen.getByRole('status').textContent).toBe('rien');
});

test('the 101 départements', async () => {
  render(<Chooser Select={DepartementSelect} />);
  await screen.findByRole('option', { name: 'Pas-de-Calais' });
  expect(screen.getAllByRole('option')).toHaveLength(1 + 101);
});

test('a name for each code, typographic; the code itself when it is not known', async () => {
  const { nameOf } = await loadTerritories();
  expect(nameOf('academie', '09')).toBe('Lille');
  expect(nameOf('departement', '21')).toBe('Côte-d’Or');
  expect(nameOf('region', '93')).toBe('Provence-Alpes-Côte d’Azur');
  expect(nameOf('etablissement', '0620001A')).toBe('0620001A');
});
